import assert from "node:assert/strict";
import { resolveFolder } from "../../../src/status/resolveFolder";
import type { Status } from "../../../src/status/words";
import { analysis, finished, folder, group } from "./build";

/** An analysis that has the given result, in the way in which a server says so. */
function withResult(result: Status): object {
  if (result === "PROCESSING" || result === "FAILED" || result === "INITIAL") return analysis(result);
  return finished(result === "FINISHED" ? null : result === "UNKNOWN" ? "MANUAL_CHECK" : result);
}

describe("the order of a group's results: the worse one wins", () => {
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
    // The document ranks neither of these two: not known is not success, and nothing bad.
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
    // Two of a kind.
    ["INITIAL", "INITIAL", "INITIAL"],
    ["PROCESSING", "PROCESSING", "PROCESSING"],
    ["FAILED", "FAILED", "FAILED"],
    ["DECLINED", "DECLINED", "DECLINED"],
    ["OPERATOR_REQUIRED", "OPERATOR_REQUIRED", "OPERATOR_REQUIRED"],
    ["UNKNOWN", "UNKNOWN", "UNKNOWN"],
    ["FINISHED", "FINISHED", "FINISHED"],
    ["SUCCESS", "SUCCESS", "SUCCESS"],
  ];
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
