import assert from "node:assert/strict";
import { resolveFolder } from "../../../../src/status/resolveFolder";
import { shortReason } from "../../../../src/views/text/shortReason";
import { again, between, declined, failed, later, matched, odd, succeeded, waiting } from "./analyses";

describe("the reason in a folder's row", () => {
  const score = (value: number) => ({ ...declined, results_data: { min_confidence: value } });
  const spoof = {
    ...succeeded,
    resolution_status: "DECLINED",
    results_media: [{ results_data: { confidence_spoofing: 0.9712 } }],
  };
  const analyses = (...some: object[]): object => ({ analyses: some });
  const cases: [title: string, folder: object, reason: string | undefined][] = [
    ["a success has none", analyses(succeeded), undefined],
    ["a face match", analyses(succeeded, declined), "face 0.41"],
    ["a score is rounded", analyses(score(0.41234)), "face 0.41"],
    ["but not to the threshold", analyses(score(0.8499)), "face 0.8499"],
    ["an attack", analyses(spoof), "spoof 0.97"],
    ["the best match in a collection", analyses(matched(0.88, 0.93)), "collection 0.93"],
    [
      "a document, which has no score",
      analyses({ ...succeeded, type: "DOCUMENTS", resolution_status: "DECLINED" }),
      "documents",
    ],
    ["a score that cannot be the reason is left out", analyses(score(0.93)), "face"],
    ["two of them", analyses(declined, spoof), "face 0.41 +1"],
    ["an operator is needed", analyses(between, succeeded), "face 0.8"],
    ["an error by its code", analyses(failed, declined), "error 11"],
    ["an error without a code", analyses({ ...failed, error_code: null }), "liveness"],
    [
      "a code of any length and content",
      analyses({ ...failed, error_code: `\u202e${"9".repeat(99)}` }),
      `error ${"9".repeat(39)}…`,
    ],
    ["what is waited for", analyses(succeeded, { ...again, group_id: "g" }), "liveness"],
    ["several are waited for", analyses(again, { ...again, type: "BIOMETRY" }), "face +1"],
    ["what has not begun", analyses(waiting), "liveness"],
    ["a type of the future", analyses({ ...again, type: "GAIT" }), "GAIT"],
    ["nothing was posted", analyses(), "no analyses"],
    ["no result says it all", analyses({ ...succeeded, resolution_status: null }), undefined],
    ["an unknown word says it all", analyses(odd), undefined],
    ["of two groups, the last to finish", analyses(spoof, { ...declined, ...later }), "face 0.41"],
    ["the reply has no analyses", { system_resolution: "DECLINED" }, undefined],
    ["the server says otherwise", { system_resolution: "FAILED", analyses: [declined] }, undefined],
    ["the server calls it a success", { system_resolution: "SUCCESS", analyses: [declined] }, undefined],
    [
      "the server still gives the result of before",
      { system_resolution: "DECLINED", analyses: [declined, again] },
      undefined,
    ],
    [
      "an operator decided",
      { system_resolution: "DECLINED", operator_status: "SUCCESS", analyses: [declined] },
      undefined,
    ],
  ];
  for (const [title, folder, reason] of cases)
    it(title, () => assert.equal(shortReason(resolveFolder(folder)), reason));
});
