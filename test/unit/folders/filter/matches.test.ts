import assert from "node:assert/strict";
import fc from "fast-check";
import type { FolderFilter, TimeRange } from "../../../../src/folders/filter/folderFilter";
import { matcher } from "../../../../src/folders/filter/matches";
import { serverFilters, type ServerFilter } from "../../../../src/folders/filter/serverFilters";
import { timeRangeOf } from "../../../../src/folders/filter/timeRange";
import { readFolder } from "../../../../src/oz/model/folder";
import { anyFilter, folderJson, THEN } from "./generate";
import { letsThrough } from "./oracle";
import { serverKeeps } from "./serverModel";

const VERDICTS = ["SUCCESS", "DECLINED", "OPERATOR_REQUIRED"];

const spanIn = (filter: FolderFilter): TimeRange => timeRangeOf(filter.created, THEN);

describe("a filter", () => {
  it("lets through what the plain words of it say", () => {
    let through = 0;
    fc.assert(
      fc.property(anyFilter, folderJson, (filter, json) => {
        const span = spanIn(filter);
        const lets = matcher(filter, span)(readFolder(json)!);
        assert.equal(lets, letsThrough(filter, span, json));
        through += Number(lets);
      }),
      { numRuns: 3000 },
    );
    assert.ok(through > 100, `only ${through} were let through`);
  });

  it("never asks a server to hold back what it lets through, whatever the server takes of it", () => {
    let through = 0;
    const zone = fc.integer({ min: -12, max: 14 });
    fc.assert(
      fc.property(anyFilter, folderJson, zone, fc.boolean(), (filter, json, hours, cut) => {
        const span = spanIn(filter);
        if (!letsThrough(filter, span, json)) return;
        through++;
        const steps = serverFilters(filter, span);
        for (const step of acceptedBy(json, steps)) {
          assert.ok(serverKeeps(step, json, { hours, cut }), JSON.stringify(step));
        }
      }),
      { numRuns: 3000 },
    );
    assert.ok(through > 100, `only ${through} were let through`);
  });

  it("does not lose the last second of a day to a server that cuts it off", () => {
    const created = Date.UTC(2026, 10, 22, 23, 59, 59, 700);
    const json = { folder_id: "7e7e7e7e-0000-4000-8000-000000000001", time_created: created / 1000 };
    const [step] = serverFilters({ created: { to: created + 1 } }, { to: created + 1 });
    assert.ok(serverKeeps(step!, json, { hours: 0, cut: true }));
  });

  it("asks for less and less where a server refuses", () => {
    const filter: FolderFilter = {
      results: ["DECLINED"],
      statuses: ["FINISHED"],
      created: { from: THEN },
      metaData: [{ key: "order_id", value: "42" }],
      text: "x",
    };
    const times = { "time_created.min": String(THEN / 1000), "time_created.max": "4102444800" };
    const rest = { meta_data: "order_id==42", ...times };
    const result = { system_resolution: "DECLINED,null" };
    assert.deepEqual(serverFilters(filter, spanIn(filter)), [
      { ...result, resolution_status: "FINISHED,DECLINED,OPERATOR_REQUIRED,SUCCESS,null", ...rest },
      { ...result, resolution_status: "FINISHED,null", ...rest },
      rest,
      times,
      {},
    ]);
  });

  it("asks for nothing that the server would take otherwise than it is meant", () => {
    const conditions = ["a,b", "a==b", "1 < 2", "null", "{}"].map((value) => ({ key: "k", value }));
    for (const condition of [...conditions, { key: "a.b", value: "1" }, { key: "a,b", value: "1" }]) {
      assert.deepEqual(serverFilters({ metaData: [condition] }, {}), [{}], JSON.stringify(condition));
    }
  });
});

/** The steps that a server which has such a folder comes to: one that has results as status takes the first. */
function acceptedBy(
  { resolution_status: status }: Record<string, unknown>,
  steps: readonly ServerFilter[],
): readonly ServerFilter[] {
  const isResult = VERDICTS.includes(String(status).trim().toUpperCase());
  const isTaken = ({ resolution_status: words }: ServerFilter): boolean =>
    words === undefined || !words.includes("FINISHED") || VERDICTS.every((word) => words.includes(word));
  return isResult ? steps.filter(isTaken) : steps;
}
