import assert from "node:assert/strict";
import fc from "fast-check";
import { ExactNumber } from "../../../../src/base/exactNumber";
import { readFolder, type OzFolder } from "../../../../src/oz/model/folder";
import { metaDataBlock, summary } from "../../../../src/views/text/summary";

const id = "7e7e7e7e-0000-4000-8000-000000000001";
const analysis = "7e7e7e7e-0000-4000-8000-000000000002";
const second = (clock: string): number => Date.parse(`2026-11-23T${clock}Z`) / 1000;

const json = {
  folder_id: id,
  time_created: second("12:03:10"),
  time_updated: second("12:03:16"),
  resolution_status: "FINISHED",
  system_resolution: "SUCCESS",
  meta_data: { name: "Anna" },
  media: [
    { media_id: "m1", media_type: "VIDEO_FOLDER", original_name: "anna.mp4", video_url: "https://h/v?s=1" },
  ],
  analyses: [
    {
      group_id: "g",
      analysis_id: analysis,
      type: "BIOMETRY",
      state: "FINISHED",
      resolution_status: "DECLINED",
      results_data: { min_confidence: 0.41 },
      confs: { threshold_max: 0.85 },
      time_created: second("12:03:11"),
      time_updated: second("12:03:15"),
    },
    {
      group_id: "g",
      type: "QUALITY",
      state: "FAILED",
      error_code: 11,
      error_message: "@all no_face",
      time_updated: second("12:03:12"),
    },
  ],
};

function write(folder: OzFolder, includePersonalData = false): string {
  return summary(folder, { findings: folder.resolution.findings.slice(0, 1), includePersonalData });
}

/** The part that a Markdown reader interprets. */
function outsideCode(markdown: string): string {
  return markdown.replace(/^```json\n[^`]*\n```$/gm, "").replace(/`[^`\n]+`/g, "");
}

describe("summary", () => {
  it("has the result, the server's words, times in UTC, analyses with scores, and findings", () => {
    assert.deepEqual(write(readFolder(json)!).split("\n"), [
      `**\`Success, says the server (system_resolution); its analyses give Failed: Liveness failed with error 11: @all no_face; Face match was also declined.\`** Folder \`${id}\``,
      "",
      "- Server: `resolution_status` `FINISHED`, `system_resolution` `SUCCESS`",
      "- Computed from analyses: Failed",
      "- Created 2026-11-23T12:03:10.000Z, Updated 2026-11-23T12:03:16.000Z",
      "- Group posted at 2026-11-23T12:03:11.000Z: Failed, finished last, at 2026-11-23T12:03:15.000Z",
      "  - Liveness: Failed, `error 11: @all no_face`",
      `  - Face match: Declined, 0.41, threshold 0.85, \`${analysis}\``,
      "- ⚠ `resultDiffers`: `The server's system_resolution is SUCCESS, but its analyses give Failed.`",
      "",
    ]);
  });

  it("begins with the verdict without its times, whole", () => {
    const [one] = json.analyses;
    const many = Array.from({ length: 40 }, (_, index) => ({ ...one, type: `VOICE ${index}`, confs: {} }));
    const before = { ...one, group_id: "f", resolution_status: "SUCCESS", time_updated: second("12:03:12") };
    const words = { resolution_status: "FINISHED", system_resolution: "DECLINED" };
    const [first] = write(readFolder({ ...json, ...words, analyses: [before, ...many] })!).split("\n");
    assert.match(first!, /^\*\*Declined: VOICE 0, VOICE 1, .* and VOICE 9 were declined\.\*\* Folder `/);
    assert.doesNotMatch(first!, /group/);
  });

  it("counts the scores of an analysis beyond the first ten", () => {
    const results = Array.from({ length: 12 }, () => ({
      media_id: "m",
      results_data: { confidence_spoofing: 0.2 },
    }));
    const many = { ...json.analyses[0], type: "QUALITY", results_data: {}, results_media: results };
    const line = write(readFolder({ ...json, analyses: [many] })!)
      .split("\n")
      .find((one) => one.startsWith("  - Liveness"));
    assert.equal(line?.split("spoofing 0.2").length, 11);
    assert.match(line, /, 2 more scores in the JSON, /);
  });

  it("says that analyses have no result", () => {
    const unresolved = { ...json, analyses: [{ ...json.analyses[0], resolution_status: null }] };
    assert.match(write(readFolder(unresolved)!), /^- Computed from analyses: no result$/m);
  });

  it("does not call the only group a guess because it does not say when it finished", () => {
    const analyses = [{ group_id: "g", state: "FINISHED", resolution_status: "SUCCESS", time_created: 1 }];
    const markdown = write(readFolder({ folder_id: id, analyses })!);
    assert.match(markdown, /^- Group posted at 1970-01-01T00:00:01\.000Z: Success, decides$/m);
  });

  it("has an operator's decision, and the comment on request", () => {
    const decided = { ...json, operator_status: "DECLINED", operator_comment: "Looks like *Anna*" };
    const [without, withAll] = [false, true].map((asked) => write(readFolder(decided)!, asked));
    for (const text of [without, withAll])
      assert.match(text!, /^- Server: .*, `operator_status` `DECLINED`$/m);
    assert.doesNotMatch(without!, /Looks like|operator_comment/);
    assert.match(withAll!, /^- `operator_comment`: `Looks like \*Anna\*`$/m);
  });

  it("includes metadata, file names and links only on request", () => {
    const personal = ["Anna", "anna.mp4", "https://h/v"];
    const [without, withAll] = [false, true].map((asked) => write(readFolder(json)!, asked));
    for (const text of personal) {
      assert.ok(!without!.includes(text), text);
      assert.ok(withAll!.includes(text), text);
    }
    assert.match(
      withAll!,
      /^ {2}- `anna\.mp4`: not used by any analysis · Video, `m1`, `https:\/\/h\/v\?s=1`$/m,
    );
    assert.match(withAll!, /\n```json\n\{\n {2}"name": "Anna"\n\}\n```\n$/);
  });

  it("shows anything a server sends literally", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.constantFrom(
        "$(alert)",
        "![x](https://evil/x.png)",
        "[x](command:y)",
        "<img src=x>",
        "@all #1 :boom:",
        "a@evil.example",
        "www.evil.example",
        "```\n# x",
        "\u202egpj.exe",
        "`",
      ),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const one = {
          ...json.analyses[0]!,
          type: text,
          resolution_status: text,
          analysis_id: text,
          error_message: text,
        };
        const media = [{ media_id: text, original_name: text, media_type: text, tags: [text] }];
        const words = { resolution_status: text, system_resolution: text, meta_data: { [text]: text } };
        const markdown = write(readFolder({ ...json, ...words, media, analyses: [one] })!, true);
        assert.doesNotMatch(outsideCode(markdown), /[\\<>[\]!@#$&_`~|/{}]|www\.|\p{Cf}/u);
        assert.doesNotMatch(markdown, /[\u202a-\u202e\u2066-\u2069]/);
        assert.equal(markdown.match(/^```/gm)?.length, 2);
      }),
    );
  });

  it("has a limited length", () => {
    const long = "x".repeat(1_000_000);
    const folder = readFolder({ ...json, system_resolution: long, meta_data: { long } })!;
    assert.ok(write(folder, true).length < 25_000);
  });
});

describe("metaDataBlock", () => {
  it("holds the same JSON, for any metadata", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue()), (metaData) => {
        const block = metaDataBlock(metaData);
        const [, body = ""] = /^```json\n([^`]*)\n```$/.exec(block) ?? [];
        if (body.endsWith("…")) return;
        assert.deepEqual(JSON.parse(body), JSON.parse(JSON.stringify(metaData)));
      }),
    );
  });

  it("has all digits of a number", () => {
    const block = metaDataBlock({ order: new ExactNumber("9007199254740993") });
    assert.equal(block, '```json\n{\n  "order": 9007199254740993\n}\n```');
  });

  it("says if it is nested too deeply", () => {
    const deep = JSON.parse(`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`) as Record<string, unknown>;
    assert.match(metaDataBlock(deep), /nested too deeply/);
  });
});
