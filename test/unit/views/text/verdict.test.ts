import assert from "node:assert/strict";
import fc from "fast-check";
import { useLanguage } from "../../../../src/base/language";
import { resolveFolder } from "../../../../src/status/resolveFolder";
import { verdict } from "../../../../src/views/text/verdict";
import { anyJson, folderJson, textsIn } from "../../status/arbitrary";
import {
  again,
  between,
  declined,
  failed,
  later,
  matched,
  NOW,
  succeeded,
  unresolved,
  waiting,
} from "./analyses";

/** What no sentence has. */
const ODD = /undefined|NaN|\[object|\.\.|[:;,] ?[;.]/;

describe("verdict", () => {
  afterEach(() => useLanguage("en", undefined));

  const ended = { resolution_status: "FINISHED", system_resolution: "DECLINED" };
  const cases: [string, object, string][] = [
    [
      "one analysis decides",
      { analyses: [succeeded, declined], ...ended },
      "Declined: Face match 0.41, threshold 0.85.",
    ],
    [
      "there are more analyses than are read",
      { analyses: Array<object>(501).fill(succeeded), ...ended },
      "Declined, says the server (system_resolution). Not all of its analyses were read.",
    ],
    [
      "there are more analyses than are read, and the server has no result",
      { analyses: Array<object>(1501).fill(succeeded) },
      "Unknown (computed). Not all of its analyses were read.",
    ],
    [
      "several decide",
      { analyses: [declined, { ...declined, type: "COLLECTION", results_data: {} }], ...ended },
      "Declined: Face match 0.41, threshold 0.85; Collection was declined.",
    ],
    ["all succeeded", { analyses: [succeeded] }, "Success (computed): Liveness succeeded."],
    [
      "one failed",
      { analyses: [failed, succeeded] },
      "Failed (computed): Liveness failed with error 11: No face.",
    ],
    [
      "one failed, another was declined",
      { analyses: [failed, declined] },
      "Failed (computed): Liveness failed with error 11: No face; Face match was also declined.",
    ],
    ["nothing has begun", { analyses: [waiting] }, "Initial (computed): Liveness has not begun."],
    [
      "some have not begun",
      { analyses: [again, { ...waiting, type: "BIOMETRY" }] },
      "Processing (computed): Liveness is running; Face match has not begun.",
    ],
    [
      "a score is on the other side of the threshold",
      { analyses: [{ ...declined, results_data: { min_confidence: 0.9 } }] },
      "Declined (computed): Face match was declined, with a score of 0.9, threshold 0.85.",
    ],
    [
      "a collection has several matches",
      { analyses: [matched(0.88, 0.4, 0.93)] },
      "Declined (computed): Collection matched 0.93 and 0.88, threshold 0.85.",
    ],
    [
      "the analyses have no result",
      { analyses: [unresolved] },
      "Finished, no result: Face match finished without a result.",
    ],
    [
      "the server gives a result that the analyses do not have",
      { analyses: [unresolved], ...ended },
      "Declined, says the server (system_resolution); its analyses give no result.",
    ],
    [
      "the server gives a result, but an analysis has none",
      { analyses: [unresolved, succeeded], ...ended },
      "Declined, says the server (system_resolution), but Face match finished without a result.",
    ],
    [
      "an operator decided what the system left to one",
      {
        analyses: [between],
        ...ended,
        system_resolution: "OPERATOR_REQUIRED",
        operator_status: "SUCCESS",
      },
      "Success by operator. The system asked for an operator: Face match 0.8, between 0.75 and 0.85.",
    ],
    [
      "an operator decided against the system",
      { analyses: [declined], ...ended, operator_status: "SUCCESS" },
      "Declined, Success by operator. The system's reason: Face match 0.41, threshold 0.85.",
    ],
    [
      "an operator agreed with the system",
      { analyses: [declined], ...ended, operator_status: "DECLINED" },
      "Declined: Face match 0.41, threshold 0.85.",
    ],
    ["nothing was posted", { analyses: [] }, "Initial (computed): no analyses were posted."],
    [
      "the server contradicts the analyses",
      { analyses: [declined], ...ended, system_resolution: "SUCCESS" },
      "Success, says the server (system_resolution); its analyses give Declined: Face match 0.41, threshold 0.85.",
    ],
    [
      "an older server contradicts the analyses",
      { analyses: [declined], resolution_status: "SUCCESS" },
      "Success, says the server (resolution_status); its analyses give Declined: Face match 0.41, threshold 0.85.",
    ],
    [
      "the server contradicts an empty list of analyses",
      { analyses: [], ...ended },
      "Declined, says the server (system_resolution); the folder has no analyses.",
    ],
    [
      "the reply does not include the analyses",
      ended,
      "Declined, says the server (system_resolution). The reply does not include the analyses.",
    ],
    [
      "the reply does not include the analyses, and one failed",
      { ...ended, resolution_status: "FAILED" },
      "Declined, says the server (system_resolution). An analysis failed (resolution_status). The reply does not include the analyses.",
    ],
    [
      "the reply does not include the analyses, and the folder runs",
      { ...ended, resolution_status: "PROCESSING" },
      "Declined, still running, says the server (system_resolution, resolution_status). The reply does not include the analyses.",
    ],
    ["the reply says nothing", {}, "Unknown: the reply has neither a status nor analyses."],
  ];
  for (const [name, json, expected] of cases) {
    it(name, () => assert.equal(verdict(resolveFolder(json), NOW), expected));
  }

  it("follows the order and forms of another language", () => {
    useLanguage("ru", {
      "{1} was declined|{1} were declined": "отказ: {1}|отказано: {1}",
      "an earlier group succeeded|{0} earlier groups succeeded":
        "раньше успешна {0} группа|раньше успешны {0} группы|раньше успешны {0} групп",
      "The group posted at {0} finished last": "последней завершилась группа от {0}",
      "{0} (computed)": "вычислено: {0}",
    });
    const face = { ...declined, ...later, results_data: {} };
    const earlier = ["e", "f"].map((group_id) => ({ ...succeeded, group_id }));
    assert.equal(
      verdict(resolveFolder({ analyses: [...earlier, face, { ...face, type: "QUALITY" }] }), NOW),
      "вычислено: Declined: отказано: Face match и Liveness. последней завершилась группа от 12:05:00; раньше успешны 2 группы.",
    );
  });

  it("is one line of whole sentences for any folder", () => {
    fc.assert(
      fc.property(fc.oneof(folderJson, anyJson), (json) => {
        const text = verdict(resolveFolder(json), NOW);
        assert.match(text, /^[^\n]*\.$/);
        // A word of the server may look like this; without what is invisible in it, too.
        const isSaid = textsIn(json).some((word) =>
          [" ", ""].some((gap) => ODD.test(word.replace(/[^!-~]+/g, gap))),
        );
        assert.ok(isSaid || !ODD.test(text), text);
        assert.ok(text.length < 2000);
      }),
      { numRuns: 500 },
    );
  });
});
