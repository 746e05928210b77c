import assert from "node:assert/strict";
import { resolveFolder } from "../../../src/status/resolveFolder";
import { STATUSES, type Status } from "../../../src/status/status";
import { analysis, finished, folder, group } from "./folderJson";

/** An analysis with the given result, as a server would write it. */
function withResult(result: Status): object {
  if (result === "PROCESSING" || result === "FAILED" || result === "INITIAL") return analysis(result);
  return finished(result === "FINISHED" ? null : result === "UNKNOWN" ? "MANUAL_CHECK" : result);
}

describe("result of a group: the worst of its analyses' results", () => {
  // INITIAL > PROCESSING > FAILED > DECLINED > OPERATOR_REQUIRED > SUCCESS, each pair by hand.
  const pairs: [Status, Status, Status][] = [
    ["INITIAL", "PROCESSING", "INITIAL"],
    ["INITIAL", "FAILED", "INITIAL"],
    ["INITIAL", "DECLINED", "INITIAL"],
    ["INITIAL", "OPERATOR_REQUIRED", "INITIAL"],
    ["INITIAL", "SUCCESS", "INITIAL"],
    ["PROCESSING", "FAILED", "PROCESSING"],
    ["PROCESSING", "DECLINED", "PROCESSING"],
    ["PROCESSING", "OPERATOR_REQUIRED", "PROCESSING"],
    ["PROCESSING", "SUCCESS", "PROCESSING"],
    ["FAILED", "DECLINED", "FAILED"],
    ["FAILED", "OPERATOR_REQUIRED", "FAILED"],
    ["FAILED", "SUCCESS", "FAILED"],
    ["DECLINED", "OPERATOR_REQUIRED", "DECLINED"],
    ["DECLINED", "SUCCESS", "DECLINED"],
    ["OPERATOR_REQUIRED", "SUCCESS", "OPERATOR_REQUIRED"],
    // The document does not rank UNKNOWN and FINISHED: no success, but nothing bad either.
    ["INITIAL", "UNKNOWN", "INITIAL"],
    ["PROCESSING", "UNKNOWN", "PROCESSING"],
    ["FAILED", "UNKNOWN", "FAILED"],
    ["DECLINED", "UNKNOWN", "DECLINED"],
    ["OPERATOR_REQUIRED", "UNKNOWN", "OPERATOR_REQUIRED"],
    ["INITIAL", "FINISHED", "INITIAL"],
    ["PROCESSING", "FINISHED", "PROCESSING"],
    ["FAILED", "FINISHED", "FAILED"],
    ["DECLINED", "FINISHED", "DECLINED"],
    ["OPERATOR_REQUIRED", "FINISHED", "OPERATOR_REQUIRED"],
    ["UNKNOWN", "FINISHED", "UNKNOWN"],
    ["UNKNOWN", "SUCCESS", "UNKNOWN"],
    ["FINISHED", "SUCCESS", "FINISHED"],
    // Equal results.
    ["INITIAL", "INITIAL", "INITIAL"],
    ["PROCESSING", "PROCESSING", "PROCESSING"],
    ["FAILED", "FAILED", "FAILED"],
    ["DECLINED", "DECLINED", "DECLINED"],
    ["OPERATOR_REQUIRED", "OPERATOR_REQUIRED", "OPERATOR_REQUIRED"],
    ["UNKNOWN", "UNKNOWN", "UNKNOWN"],
    ["FINISHED", "FINISHED", "FINISHED"],
    ["SUCCESS", "SUCCESS", "SUCCESS"],
  ];
  it("is tested for every pair of statuses", () => {
    const tested = new Set(pairs.map(([one, other]) => [one, other].sort().join(" ")));
    const all = STATUSES.flatMap((one) => STATUSES.map((other) => [one, other].sort().join(" ")));
    assert.deepEqual([...tested].sort(), [...new Set(all)].sort());
  });

  for (const [one, other, expected] of pairs) {
    it(`${one} with ${other} is ${expected}`, () => {
      for (const results of [
        [one, other],
        [other, one],
      ] as const) {
        const [resolved] = resolveFolder(folder(group("g", 100, ...results.map(withResult)))).groups;
        assert.equal(resolved?.result, expected);
      }
    });
  }
});
