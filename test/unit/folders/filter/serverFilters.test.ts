import assert from "node:assert/strict";
import fc from "fast-check";
import type { FolderFilter, TimeRange } from "../../../../src/folders/filter/folderFilter";
import { serverFilters, type ServerFilter } from "../../../../src/folders/filter/serverFilters";
import { timeRangeOf } from "../../../../src/folders/filter/timeRange";
import { anyFilter, folderJson, THEN } from "./generate";
import { shouldMatch } from "./oracle";
import { serverKeeps } from "./serverModel";

const VERDICTS = ["SUCCESS", "DECLINED", "OPERATOR_REQUIRED"];

const createdIn = (filter: FolderFilter): TimeRange => timeRangeOf(filter.created, THEN);

describe("serverFilters", () => {
  it("excludes no folder that matches, whichever parameters the server ignores or refuses", () => {
    let matching = 0;
    const zone = fc.integer({ min: -12, max: 14 });
    fc.assert(
      fc.property(anyFilter, folderJson, zone, fc.boolean(), (filter, json, hours, cut) => {
        const range = createdIn(filter);
        if (!shouldMatch(filter, range, json)) return;
        matching++;
        const steps = serverFilters(filter, range);
        for (const step of acceptedBy(json, steps)) {
          assert.ok(serverKeeps(step, json, { hours, cut }), JSON.stringify(step));
        }
      }),
      { numRuns: 3000 },
    );
    assert.ok(matching > 100, `only ${matching} folders match`);
  });

  it("includes the last second of a day on servers that cut times to days", () => {
    const created = Date.UTC(2026, 10, 22, 23, 59, 59, 700);
    const json = { folder_id: "7e7e7e7e-0000-4000-8000-000000000001", time_created: created / 1000 };
    const [step] = serverFilters({ created: { to: created + 1 } }, { to: created + 1 });
    assert.ok(serverKeeps(step!, json, { hours: 0, cut: true }));
  });

  it("lists wider filters for servers that refuse the narrowest", () => {
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
    assert.deepEqual(serverFilters(filter, createdIn(filter)), [
      { ...result, resolution_status: "FINISHED,DECLINED,OPERATOR_REQUIRED,SUCCESS,null", ...rest },
      { ...result, resolution_status: "FINISHED,null", ...rest },
      rest,
      times,
      {},
    ]);
  });

  it("leaves out conditions that a server would read differently", () => {
    const conditions = ["a,b", "a==b", "1 < 2", "null", "{}"].map((value) => ({ key: "k", value }));
    for (const condition of [...conditions, { key: "a.b", value: "1" }, { key: "a,b", value: "1" }]) {
      assert.deepEqual(serverFilters({ metaData: [condition] }, {}), [{}], JSON.stringify(condition));
    }
  });
});

/** @returns the filters that may reach a server with such a folder; one that stores results as statuses accepts the first */
function acceptedBy(
  { resolution_status: status }: Record<string, unknown>,
  steps: readonly ServerFilter[],
): readonly ServerFilter[] {
  const isResult = VERDICTS.includes(String(status).trim().toUpperCase());
  const isAccepted = ({ resolution_status: statuses }: ServerFilter): boolean =>
    statuses === undefined ||
    !statuses.includes("FINISHED") ||
    VERDICTS.every((verdict) => statuses.includes(verdict));
  return isResult ? steps.filter(isAccepted) : steps;
}
