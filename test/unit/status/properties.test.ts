import assert from "node:assert/strict";
import fc from "fast-check";
import { resolveFolder } from "../../../src/status";
import { worst } from "../../../src/status/order";

const words = [
  "INITIAL",
  "PROCESSING",
  "FAILED",
  "FINISHED",
  "DECLINED",
  "OPERATOR_REQUIRED",
  "SUCCESS",
  "ODD",
  null,
];
const word = fc.constantFrom(...words);
const time = fc.integer({ min: 0, max: 40 });
const anyAnalysis = fc.record({
  analysis_id: fc.uuid(),
  type: fc.constantFrom("QUALITY", "BIOMETRY", "DOCUMENTS"),
  state: word,
  resolution_status: word,
  group_id: fc.option(fc.constantFrom("a", "b", "c")),
  time_created: time,
  time_updated: time,
});
const analyses = fc.uniqueArray(anyAnalysis, { selector: ({ analysis_id }) => analysis_id, maxLength: 50 });

describe("resolving any folder", () => {
  it("never throws and gives the same twice, whatever JSON it is", () => {
    const names = [
      "analyses",
      "state",
      "resolution_status",
      "system_resolution",
      "time_updated",
      "constructor",
    ];
    const json = fc.letrec((tie) => ({
      value: fc.oneof(word, fc.double(), fc.array(tie("value")), tie("object")),
      object: fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), tie("value")),
    }));
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), json.object), (value) => {
        assert.deepEqual(resolveFolder(value), resolveFolder(structuredClone(value)));
      }),
    );
  });

  it("does not depend on the order of analyses in the reply", () => {
    const shuffled = analyses.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        assert.deepEqual(resolveFolder({ analyses: one }), resolveFolder({ analyses: other }));
      }),
    );
  });

  it("computes the worst result of the last-finished group when nothing runs", () => {
    fc.assert(
      fc.property(analyses, (all) => {
        const { computed, deciding, groups } = resolveFolder({ analyses: all });
        if (groups.length === 0 || groups.some(({ running }) => running)) return;
        const last = groups.find(({ id }) => id === deciding?.groupId);
        assert.equal(computed?.result, worst(last?.analyses.map(({ result }) => result) ?? []));
        assert.ok(groups.every(({ finishedAt }) => (finishedAt ?? 0) <= (last?.finishedAt ?? 0)));
      }),
    );
  });
});
