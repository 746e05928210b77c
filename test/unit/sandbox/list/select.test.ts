import assert from "node:assert/strict";
import { ArrivalTimes } from "../../../../src/sandbox/data/arrivalTimes";
import { IdCodec } from "../../../../src/sandbox/data/idCodec";
import type { SandboxFolder } from "../../../../src/sandbox/data/sandboxFolder";
import { ScenarioChanges } from "../../../../src/sandbox/data/scenarioChanges";
import { Snapshot } from "../../../../src/sandbox/data/snapshot";
import { folderFilters } from "../../../../src/sandbox/list/filters";
import { readPaging } from "../../../../src/sandbox/list/paging";
import { type Selection, select } from "../../../../src/sandbox/list/select";
import { readSorting } from "../../../../src/sandbox/list/sorting";
import { EPOCH } from "../testSandbox";

const FOLDERS = 1_000_000;
const DAY = 86_400_000;

/** Counts the generated folders. */
class CountingSnapshot extends Snapshot {
  looks = 0;

  override folder(position: number): SandboxFolder {
    this.looks++;
    return super.folder(position);
  }
}

function ask(query: string): Selection & { looks: number } {
  const ids = new IdCodec(1);
  const params: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) params[name] = [value];
  const snapshot = new CountingSnapshot(
    { folders: FOLDERS, seed: 1, epoch: EPOCH, arrivals: new ArrivalTimes(EPOCH, 60_000) },
    new ScenarioChanges(),
    EPOCH + 600_000,
  );
  const filters = folderFilters(params, { ids, timeRule: { exact: true, zone: 0 }, now: EPOCH });
  const paging = readPaging(params, { max: 5000, caps: false });
  const selection = select(snapshot, filters, readSorting(params), paging, ids);
  return { ...selection, looks: snapshot.looks };
}

describe("list of a million folders", () => {
  const since = (EPOCH - 1500 * DAY) / 1000;
  const until = (EPOCH - 500 * DAY) / 1000;

  it("generates few folders if filtered by time alone, even for the total", () => {
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

  it("generates few folders with other filters if the page is full and the total is omitted", () => {
    const query = "sorting=time_updated&system_resolution=SUCCESS&limit=5&total_omit=true";
    const { total, folders, looks } = ask(query);
    assert.deepEqual([total, folders.length], [null, 5]);
    assert.ok(looks < 200, `${looks} looks`);
  });

  it("generates only folders within the time bounds with other filters, even for the total", () => {
    const day = `time_updated.min=${until}&time_updated.max=${until + 86_400}`;
    const { total, looks } = ask(`sorting=time_created&system_resolution=SUCCESS&limit=5&${day}`);
    assert.ok(total !== null && total > 100);
    assert.ok(looks < 1000, `${looks} looks`);
  });
});
