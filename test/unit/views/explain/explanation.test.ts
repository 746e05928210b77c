import assert from "node:assert/strict";
import { MAX_ANALYSES } from "../../../../src/base/limits";
import { readFolder, type OzFolder } from "../../../../src/oz/model/folder";
import { explanation } from "../../../../src/views/explain/explanation";
import { escapeMarkdown } from "../../../../src/views/text/markdown";

const second = (clock: string): number => new Date(`2026-11-23T${clock}`).getTime() / 1000;
const NOW = second("13:00:00") * 1000;
const posted = { group_id: "g", time_created: second("12:03:11"), time_updated: second("12:03:15") };
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

/** @returns the explanation with all findings */
const explain = (subject: OzFolder): string => explanation(subject, subject.resolution.findings, NOW);

/** @returns the section under a heading */
function sectionOf(text: string, title: string): string | undefined {
  return text.split("\n## ").find((section) => section.startsWith(`${title}\n`));
}

/** The part that a Markdown reader interprets. */
const outsideCode = (markdown: string): string => markdown.replace(/^```[^]*?^```|`[^`\n]+`/gm, "");

describe("explanation", () => {
  it("has the verdict, findings, analyses, the rules, the comparison and the timeline", () => {
    const subject = folder([declined, again], {
      resolution_status: "PROCESSING",
      system_resolution: "success",
    });
    const text = explain(subject);
    assert.match(
      text,
      /^# Success, running again: folder 7e7e7e7e\n\n\*\*Success, says the server.*\*\*\n\nFolder `7e7e7e7e-0000-4000-8000-000000000001`/,
    );
    assert.match(text, /## Findings\n\n- \*\*Error\*\*: The server's .* is success.* `resultDiffers`/);
    assert.match(
      sectionOf(text, "Analyses") ?? "",
      /### Group posted at 12:05:00: Processing\n.*### Group posted at 12:03:11: Declined\n\nfinished last, at 12:03:15\n.*\| Face match \| `FINISHED` \| Declined \| 0\\\.41, threshold 0\\\.85 \|/s,
    );
    assert.match(text, /\| Status \(`resolution_status`\) \| `PROCESSING` \| Processing \|/);
    assert.match(text, /\| Result \(`system_resolution`\) \| `success` \| Processing \|/);
    assert.match(
      text,
      /- 12:03:10 Folder created\n- 12:03:11 Posted: Face match\n- 12:03:15 Face match: Declined · 0\\\.41, threshold 0\\\.85, after 4 s\n- 12:05:00 Posted: Liveness\n/,
    );
  });

  it("has a heading for each of several groups, the newest first, and says which decides", () => {
    const later = {
      ...declined,
      group_id: "h",
      time_created: second("12:09:00"),
      time_updated: second("12:09:01"),
    };
    const text = sectionOf(explain(folder([declined, later])), "Analyses") ?? "";
    assert.match(text, /### Group posted at 12:09:00.*\n\nfinished 12:09:01 · decides\n/);
    assert.match(text, /### Group posted at 12:03:11.*\n\nfinished 12:03:15\n/);
    assert.ok(text.indexOf("12:09:00") < text.indexOf("12:03:11"));
    assert.doesNotMatch(explain(folder([declined])), /### /);
  });

  it("has the scores of the files only if an analysis has several", () => {
    const scored = (...values: number[]): object => ({
      ...failed,
      results_media: values.map((value, index) => ({
        source_video_id: `v${index}`,
        results_data: { confidence_spoofing: value },
      })),
    });
    const media = [{ media_id: "v1", original_name: "a|b.mp4" }];
    const several = explain(folder([scored(0.1, 0.9), declined], { media }));
    assert.match(several, /\| By file \|\n/);
    assert.match(several, /\| a\\\|b\\\.mp4: spoofing 0\\\.9<br>not listed: spoofing 0\\\.1 \|\n/);
    assert.doesNotMatch(explain(folder([scored(0.1), declined], { media })), /By file/);
  });

  it("explains when an operator is required only to those who may wonder", () => {
    const rule = /operator required appears only if/;
    const between = { ...declined, confs: { threshold_min: 0.4, threshold_max: 0.85 } };
    for (const subject of [
      folder([{ ...declined, resolution_status: "OPERATOR_REQUIRED" }]),
      folder(undefined, { system_resolution: "OPERATOR_REQUIRED" }),
      folder([between]),
    ])
      assert.match(explain(subject), rule);
    assert.doesNotMatch(explain(folder([declined])), rule);
  });

  it("has what an operator wrote", () => {
    const words = { operator_status: "Success", operator_comment: "# *Looks* fine" };
    const text = sectionOf(explain(folder([declined], words)), "Operator");
    assert.equal(
      text,
      "Operator\n\n- `operator_status`: `Success`\n- `operator_comment`: \\# \\*Looks\\* fine\n",
    );
    assert.equal(sectionOf(explain(folder([declined])), "Operator"), undefined);
  });

  it("says that an older server's status is the result", () => {
    assert.match(
      explain(folder([declined], { resolution_status: "DECLINED" })),
      /\| `DECLINED` \(the result: older servers write it here\) \| Finished \|\n\| Result \(`system_resolution`\) \| not sent \| Declined \|/,
    );
  });

  it("compares with what the analyses give, if there are any", () => {
    const compared = (subject: OzFolder): string =>
      sectionOf(explain(subject), "Server and analyses compared") ?? "";
    const ended = { resolution_status: "FINISHED", system_resolution: "DECLINED" };
    assert.match(
      compared(folder(undefined, ended)),
      /\| `FINISHED` \| not sent \|\n.*\| `DECLINED` \| not sent \|/,
    );
    assert.match(
      compared(folder([], ended)),
      /\| `FINISHED` \| no analyses \|\n.*\| `DECLINED` \| no analyses \|/,
    );
    const unresolved = { ...declined, resolution_status: null };
    assert.match(compared(folder([unresolved], ended)), /\| `DECLINED` \| no result \|/);
  });

  it("compares an operator's status only if the server sends one", () => {
    assert.match(
      explain(folder([declined], { operator_status: "SUCCESS" })),
      /\| Operator \(`operator_status`\) \| `SUCCESS` \| {2}\|/,
    );
    assert.doesNotMatch(explain(folder([declined])), /operator_status/);
  });

  it("has only the rules that concern the folder", () => {
    const [groupRule, statusRule] = [/has the worst of its results/, /is Failed if any analysis failed/];
    const rulesOf = (subject: OzFolder): boolean[] =>
      [groupRule, statusRule].map((rule) => rule.test(explain(subject)));
    assert.deepEqual(rulesOf(folder(undefined, { system_resolution: "DECLINED" })), [false, false]);
    assert.deepEqual(rulesOf(folder([])), [false, false]);
    assert.deepEqual(rulesOf(folder([declined])), [true, false]);
    assert.deepEqual(rulesOf(folder([failed])), [true, false]);
    const words = { resolution_status: "FAILED", system_resolution: "DECLINED" };
    assert.deepEqual(rulesOf(folder([declined], words)), [true, false], "no analysis failed");
    assert.deepEqual(rulesOf(folder([declined, { ...failed, group_id: "before" }], words)), [true, true]);
  });

  it("names the error beside the score", () => {
    const results_data = { confidence_spoofing: 0.9 };
    assert.match(
      explain(folder([{ ...failed, results_data }])),
      /\| spoofing 0\\\.9; error 11\\: No face \|/,
    );
    assert.match(explain(folder([{ ...failed, error_message: null }])), /\| error 11 \|/);
  });

  it("leaves out how long an analysis took if a time is missing", () => {
    const timeless = { ...declined, time_created: null };
    assert.match(explain(folder([timeless])), /- 12:03:15 Face match: Declined · .* threshold 0\\\.85\n/);
  });

  it("leaves out findings that the user does not want to see", () => {
    const subject = folder([declined], { system_resolution: "SUCCESS" });
    assert.doesNotMatch(explanation(subject, [], NOW), /Findings/);
  });

  it("shows a hostile server's words literally", () => {
    const evil = "<img src=x> [a](command:b) ![c](http://d) **e** | `f`\n# g $(alert)";
    const hostile = { ...failed, type: evil, state: evil, error_message: evil };
    const words = { resolution_status: evil, system_resolution: evil, operator_status: evil };
    const text = explain(folder([hostile], { ...words, operator_comment: evil }));
    assert.doesNotMatch(outsideCode(text), /(?<!\\)<|\]\(|(?<!\\)!\[|^# g/m);
    for (const row of text.match(/^\|.*$/gm) ?? []) {
      const cells = row.split(/(?<!\\)\|/).length - 2;
      assert.ok([3, 4].includes(cells), row);
    }
    assert.equal(escapeMarkdown("a|b"), "a\\|b");
  });

  it("says once how many analyses there are if not all were read, and in its first sentence only that", () => {
    const many = Array.from({ length: MAX_ANALYSES + 100 }, () => declined);
    const text = explain(folder(many));
    assert.equal(text.split(String(many.length)).length, 2);
    assert.match(text, /^\*\*.*Not all of its analyses were read\\\.\*\*$/m);
  });

  it("never throws, whatever is missing", () => {
    for (const analyses of [
      undefined,
      [],
      [{}],
      [{ state: "FINISHED" }],
      [{ type: 7, time_created: "soon" }],
    ]) {
      assert.ok(explanation(folder(analyses, { time_created: null }), [], NOW).length > 100);
    }
  });
});
