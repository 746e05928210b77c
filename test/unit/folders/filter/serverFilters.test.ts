import assert from "node:assert/strict";
import fc from "fast-check";
import type { FolderFilter, TimeRange } from "../../../../src/folders/filter/folderFilter";
import { serverFilters, type ServerFilter } from "../../../../src/folders/filter/serverFilters";
import { timeRangeOf } from "../../../../src/folders/filter/timeRange";
import { anyFilter, folderJson, THEN } from "./generate";
import { shouldMatch } from "./oracle";
import { serverKeeps, type ServerRules } from "./serverModel";

const VERDICTS = ["SUCCESS", "DECLINED", "OPERATOR_REQUIRED"];

const createdIn = (filter: FolderFilter): TimeRange => timeRangeOf(filter.created, THEN);

describe("serverFilters", () => {
  it("excludes no folder that matches, whichever parameters the server ignores or refuses", () => {
    let matching = 0;
    const server = fc.record({
      hours: fc.integer({ min: -12, max: 14 }),
      cut: fc.boolean(),
      texts: fc.boolean(),
    });
    fc.assert(
      fc.property(anyFilter, folderJson, server, (filter, json, rules) => {
        const range = createdIn(filter);
        if (!shouldMatch(filter, range, json)) return;
        matching++;
        const steps = serverFilters(filter, range);
        for (const step of acceptedBy(json, steps, rules)) {
          assert.ok(serverKeeps(step, json, rules), JSON.stringify(step));
        }
      }),
      { numRuns: 3000 },
    );
    assert.ok(matching > 100, `only ${matching} folders match`);
  });

  it("includes folders whose status is empty or in small letters, on servers that keep texts", () => {
    const server = { hours: 0, cut: false, texts: true };
    const analyses = [{ state: "FINISHED", resolution_status: "SUCCESS" }];
    for (const [filter, json] of [
      [{ results: ["SUCCESS"] }, { system_resolution: "", analyses }],
      [{ results: ["SUCCESS"] }, { system_resolution: "success" }],
      [{ statuses: ["FINISHED"] }, { resolution_status: "", analyses }],
      [{ statuses: ["FINISHED"] }, { resolution_status: "finished" }],
    ] as const) {
      assert.ok(shouldMatch(filter, {}, json));
      const [step] = serverFilters(filter, {});
      assert.ok(serverKeeps(step!, json, server), JSON.stringify([step, json]));
    }
  });

  it("asks for no time that older servers would read as milliseconds", () => {
    const [step] = serverFilters({}, { to: Date.UTC(2300, 0) });
    assert.equal(step?.["time_created.max"], "4102444800");
  });

  it("includes the last second of a day on servers that cut times to days", () => {
    const created = Date.UTC(2026, 10, 22, 23, 59, 59, 700);
    const json = { folder_id: "7e7e7e7e-0000-4000-8000-000000000001", time_created: created / 1000 };
    const [step] = serverFilters({ created: { to: created + 1 } }, { to: created + 1 });
    assert.ok(serverKeeps(step!, json, { hours: 0, cut: true, texts: false }));
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
      {
        system_resolution: "DECLINED,null,declined,",
        resolution_status:
          "FINISHED,DECLINED,OPERATOR_REQUIRED,SUCCESS,null,finished,declined,operator_required,success,",
        ...rest,
      },
      { ...result, resolution_status: "FINISHED,DECLINED,OPERATOR_REQUIRED,SUCCESS,null", ...rest },
      { ...result, resolution_status: "FINISHED,null", ...rest },
      rest,
      times,
      {},
    ]);
  });

  it("leaves out conditions that a server would read differently", () => {
    const conditions = ["a,b", "a==b", "1 < 2", "null", "{}"].map((value) => ({ key: "k", value }));
    const keys = ["a.b", "a,b", "123", "-1", "+1", "1_0", "007", " 7 ", "٤٢", "\0"];
    const numbers = ["100.00", "1e-7", "1E2", "-0", "1.5"];
    for (const condition of [
      ...conditions,
      ...keys.map((key) => ({ key, value: "1" })),
      ...numbers.map((value) => ({ key: "k", value })),
      { key: "k", value: "\ud800" },
    ]) {
      assert.deepEqual(serverFilters({ metaData: [condition] }, {}), [{}], JSON.stringify(condition));
    }
  });
});

/**
 * @returns the filters that may reach a server with such a folder: one that stores statuses as texts accepts the first,
 * any other refuses an empty one; one that stores results as statuses accepts them
 */
function acceptedBy(
  { resolution_status: status }: Record<string, unknown>,
  steps: readonly ServerFilter[],
  { texts }: ServerRules,
): readonly ServerFilter[] {
  const isResult = VERDICTS.includes(String(status).trim().toUpperCase());
  return steps.filter(({ system_resolution: results, resolution_status: statuses }) => {
    const asked = [results, statuses].filter((words) => words !== undefined);
    if (asked.length === 0) return true;
    if (asked.some((words) => words.endsWith(","))) return texts;
    return !texts && (!isResult || !statuses || VERDICTS.every((verdict) => statuses.includes(verdict)));
  });
}
