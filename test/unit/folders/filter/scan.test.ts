import assert from "node:assert/strict";
import { hasPassed, NOTHING_SCANNED, scanPage } from "../../../../src/folders/filter/scan";
import type { FolderPage } from "../../../../src/oz/model/folder";
import { down, folder, idOf, page } from "../build";

const full = (newest: number, offset = 0): FolderPage => page(down(newest, newest - 99), 10_000, offset);

describe("scanPage and hasPassed", () => {
  it("continues after all rows of the page, even unreadable ones", () => {
    const first = scanPage(NOTHING_SCANNED, { ...page(down(300, 203), 10_000), skipped: 2 }, -Infinity);
    assert.deepEqual([first.offset, first.checked.size, first.complete], [100, 98, false]);
    const second = scanPage(first, full(204, 98), -Infinity);
    assert.deepEqual([second.offset, second.checked.size], [198, 196], "two folders are on both pages");
    assert.equal(second.oldest?.id, idOf(105));
  });

  it("is complete after the last page", () => {
    const first = scanPage(NOTHING_SCANNED, full(300), -Infinity);
    const second = scanPage(first, page([200]), -Infinity);
    assert.deepEqual([first.complete, second.complete], [false, true]);
    const empty = scanPage(first, page([]), -Infinity);
    assert.deepEqual([empty.complete, empty.oldest?.id], [true, idOf(201)]);
  });

  it("is complete when all further folders are too old to match", () => {
    // Folders 300 to 201, created as many seconds after the epoch.
    const ends = [201_000, 201_001].map(
      (earliest) => scanPage(NOTHING_SCANNED, full(300), earliest).complete,
    );
    assert.deepEqual(ends, [false, true]);
  });

  it("does not rely on that if the page is not sorted by time", () => {
    const unsorted = page([...down(299, 202), 300, 201], 10_000);
    assert.equal(scanPage(NOTHING_SCANNED, unsorted, 250_000).complete, false);
    const noTimes: FolderPage = {
      ...full(300),
      folders: down(300, 201).map((n) => folder(n, { time_created: null })),
    };
    assert.equal(scanPage(NOTHING_SCANNED, noTimes, 250_000).complete, false);
  });

  it("has passed folders at least as new as its oldest one, and every folder once it is complete", () => {
    const passed = (scan: typeof NOTHING_SCANNED): boolean[] =>
      [300, 201, 200].map((number) => hasPassed(scan, folder(number)));
    assert.deepEqual(passed(NOTHING_SCANNED), [false, false, false]);
    const first = scanPage(NOTHING_SCANNED, full(300), -Infinity);
    assert.deepEqual(passed(first), [true, true, false]);
    assert.deepEqual(passed(scanPage(first, page([]), -Infinity)), [true, true, true]);
  });
});
