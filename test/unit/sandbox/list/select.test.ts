import assert from "node:assert/strict";
import { Changes } from "../../../../src/sandbox/data/changes";
import type { Folder } from "../../../../src/sandbox/data/folder";
import { Ids } from "../../../../src/sandbox/data/ids";
import { Snapshot } from "../../../../src/sandbox/data/snapshot";
import { folderFilters } from "../../../../src/sandbox/list/filters";
import { readPaging } from "../../../../src/sandbox/list/paging";
import { type Selection, select } from "../../../../src/sandbox/list/select";
import { readSorting } from "../../../../src/sandbox/list/sorting";
import { EPOCH } from "../sandbox";

const FOLDERS = 1_000_000;
const DAY = 86_400_000;

/** Counts how often a folder is looked at. */
class CountingSnapshot extends Snapshot {
  looks = 0;

  override folder(position: number): Folder {
    this.looks++;
    return super.folder(position);
  }
}

function ask(query: string): Selection & { looks: number } {
  const ids = new Ids(1);
  const params: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) params[name] = [value];
  const snapshot = new CountingSnapshot(
    { folders: FOLDERS, seed: 1, epoch: EPOCH, arrivalInterval: 60_000 },
    new Changes(),
    EPOCH + 600_000,
  );
  const filters = folderFilters(params, { ids, cutTimes: false, now: EPOCH });
  const selection = select(snapshot, filters, readSorting(params), readPaging(params), ids);
  return { ...selection, looks: snapshot.looks };
}

describe("a list of a million folders", () => {
  const since = (EPOCH - 1500 * DAY) / 1000;
  const until = (EPOCH - 500 * DAY) / 1000;

  it("costs few looks with bounds of time alone, wherever they lie, also for the total", () => {
    for (const field of ["time_created", "time_updated"]) {
      for (const direction of ["asc", "desc"]) {
        for (const bound of [
          `${field}.min=${since}`,
          `time_created.min=${since}&time_updated.max=${until}`,
        ]) {
          const query = `sorting=${field}{${direction}}&${bound}&limit=5&offset=1000`;
          const { total, folders, looks } = ask(query);
          assert.ok(total !== null && total > 100_000 && total < FOLDERS, query);
          assert.equal(folders.length, 5);
          assert.ok(looks < 200, `${looks} looks: ${query}`);
        }
      }
    }
  });

  it("costs few looks with other filters, once the page is full and no total is wanted", () => {
    const query = "sorting=time_updated&system_resolution=SUCCESS&limit=5&total_omit=true";
    const { total, folders, looks } = ask(query);
    assert.deepEqual([total, folders.length], [null, 5]);
    assert.ok(looks < 200, `${looks} looks`);
  });

  it("looks with other filters only at what lies within the bounds, also for the total", () => {
    const day = `time_updated.min=${until}&time_updated.max=${until + 86_400}`;
    const { total, looks } = ask(`sorting=time_created&system_resolution=SUCCESS&limit=5&${day}`);
    assert.ok(total !== null && total > 100);
    assert.ok(looks < 1000, `${looks} looks`);
  });
});
