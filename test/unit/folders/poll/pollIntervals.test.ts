import assert from "node:assert/strict";
import { PollIntervals } from "../../../../src/folders/poll/pollIntervals";

describe("PollIntervals", () => {
  it("starts at 1 second and grows to 15, until the folder changes", () => {
    const intervals = new PollIntervals();
    const seen: number[] = [];
    for (let now = 0; now < 9; now++) {
      seen.push(intervals.interval("f"));
      intervals.folderRequested("f", now);
    }
    assert.deepEqual(seen, [1000, 1500, 2250, 3375, 5062.5, 7593.75, 11390.625, 15000, 15000]);
    intervals.restart("f");
    assert.equal(intervals.interval("f"), 1000);
    assert.equal(intervals.last("f"), 8);
  });

  it("requests folders that are not loaded by themselves, and one of the others at a time", () => {
    const intervals = new PollIntervals();
    const isNotLoaded = (id: string): boolean => id === "new";
    for (const id of ["a", "b"]) intervals.folderRequested(id, 0);
    intervals.folderRequested("c", 1);
    assert.deepEqual(intervals.changesRequested(["a", "b", "c", "new"], isNotLoaded, 10_000), ["new"]);
    assert.deepEqual(intervals.changesRequested(["a", "b", "c"], isNotLoaded, 16_000), ["a"]);
    intervals.folderRequested("a", 16_000);
    assert.deepEqual(intervals.changesRequested(["a", "b", "c"], isNotLoaded, 17_000), ["b"]);
    assert.equal(intervals.last("c"), 17_000, "the shared request counts for every folder");
  });
});
