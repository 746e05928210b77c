import assert from "node:assert/strict";
import { readFolder, type OzFolder } from "../../../../src/oz/model/folder";
import { explanation } from "../../../../src/views/explain/explanation";
import { verdict } from "../../../../src/views/explain/verdict";
import { escapeMarkdown } from "../../../../src/views/text/markdown";

const second = (clock: string): number => new Date(`2026-11-23T${clock}`).getTime() / 1000;
const posted = { group_id: "g", time_created: second("12:03:11"), time_updated: second("12:03:15") };
const succeeded = {
  ...posted,
  analysis_id: "l",
  type: "QUALITY",
  state: "FINISHED",
  resolution_status: "SUCCESS",
};
const declined = {
  ...posted,
  analysis_id: "m",
  type: "BIOMETRY",
  state: "FINISHED",
  resolution_status: "DECLINED",
  results_data: { min_confidence: 0.41 },
  confs: { threshold_max: 0.85 },
};
const again = { group_id: "h", time_created: second("12:05:00"), type: "QUALITY", state: "PROCESSING" };
const failed = { ...posted, type: "QUALITY", state: "FAILED", error_code: 11, error_message: "No face" };

function folder(analyses: object[] | undefined, words: object = {}): OzFolder {
  const json = {
    folder_id: "7e7e7e7e-0000-4000-8000-000000000001",
    time_created: second("12:03:10"),
    ...words,
  };
  return readFolder(analyses ? { ...json, analyses } : json)!;
}

describe("verdict", () => {
  const ended = { resolution_status: "FINISHED", system_resolution: "DECLINED" };
  const cases: [string, OzFolder, string][] = [
    [
      "one analysis decides",
      folder([succeeded, declined], ended),
      "Declined, because Face match in the group posted at 12:03:11 was declined: confidence 0.41, threshold 0.85.",
    ],
    [
      "there are more analyses than are read",
      folder(Array<object>(501).fill(succeeded), ended),
      "Declined, according to the server; not all of its analyses were read.",
    ],
    [
      "there are more analyses than are read, and the server has no result",
      folder(Array<object>(501).fill(succeeded)),
      "Unknown; not all of its analyses were read.",
    ],
    [
      "several decide",
      folder([declined, { ...declined, analysis_id: "n", type: "COLLECTION" }], ended),
      "Declined, because 2 analyses in the group posted at 12:03:11 were declined: Face match and Collection.",
    ],
    [
      "all succeeded",
      folder([succeeded]),
      "Success, because all analyses in the group posted at 12:03:11 succeeded.",
    ],
    [
      "one failed",
      folder([failed, succeeded]),
      "Failed, because Liveness in the group posted at 12:03:11 failed: error 11, No face.",
    ],
    [
      "the folder runs again",
      folder([declined, again]),
      "Processing, because Liveness in the group posted at 12:05:00 is still running; previously Declined.",
    ],
    [
      "nothing has begun",
      folder([{ ...again, state: "INITIAL" }]),
      "Processing, because Liveness in the group posted at 12:05:00 has not begun.",
    ],
    [
      "some have not begun",
      folder([again, { ...again, type: "BIOMETRY", state: "INITIAL" }]),
      "Processing, because Liveness in the group posted at 12:05:00 is still running.",
    ],
    ["nothing was posted", folder([]), "Initial, because no analyses were posted."],
    [
      "the server contradicts the analyses",
      folder([declined], { ...ended, system_resolution: "SUCCESS" }),
      "Success, according to the server; its analyses give Declined, because Face match in the group posted at 12:03:11 " +
        "was declined: confidence 0.41, threshold 0.85.",
    ],
    [
      "the reply does not include the analyses",
      folder(undefined, ended),
      "Declined, according to the server; the reply does not include its analyses.",
    ],
  ];
  for (const [name, subject, expected] of cases) {
    it(name, () => assert.equal(verdict(subject.resolution), expected));
  }
});

describe("explanation", () => {
  it("has the verdict, findings, groups, the comparison and the timeline", () => {
    const subject = folder([declined, again], {
      resolution_status: "PROCESSING",
      system_resolution: "success",
    });
    const text = explanation(subject, subject.resolution.findings);
    assert.match(
      text,
      /^# Success: folder 7e7e7e7e\n\n\*\*Success, according to the server.*\*\*\n\nFolder `7e7e7e7e-0000-4000-8000-000000000001`/,
    );
    assert.match(text, /## Findings\n\n- \*\*Error\*\*: The server says Success.* `resultDiffers`/);
    assert.match(
      text,
      /\| \*\*decides\*\* \| 2026-11-23 12:03:11 \| Face match: Declined .*\| Declined \| 2026-11-23 12:03:15 \|/,
    );
    assert.match(text, /\| Result \(`system_resolution`\) \| success \| Processing \|/);
    assert.match(
      text,
      /- 12:03:10 Folder created\n- 12:03:11 Posted: Face match\n- 12:03:15 Face match: Declined/,
    );
  });

  it("leaves out findings that the user does not want to see", () => {
    const subject = folder([declined], { system_resolution: "SUCCESS" });
    assert.doesNotMatch(explanation(subject, []), /Findings/);
  });

  it("shows a hostile server's words literally", () => {
    const evil = "<img src=x> [a](command:b) ![c](http://d) **e** | `f`\n# g $(alert)";
    const hostile = { ...failed, type: evil, error_message: evil };
    const text = explanation(folder([hostile], { resolution_status: evil, system_resolution: evil }), []);
    assert.doesNotMatch(text, /(?<!\\)<|\]\(|(?<!\\)!\[|^# g/m);
    assert.equal(escapeMarkdown("a|b"), "a\\|b");
  });

  it("never throws, whatever is missing", () => {
    for (const analyses of [
      undefined,
      [],
      [{}],
      [{ state: "FINISHED" }],
      [{ type: 7, time_created: "soon" }],
    ]) {
      assert.ok(explanation(folder(analyses, { time_created: null }), []).length > 100);
    }
  });
});
