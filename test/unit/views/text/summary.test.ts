import assert from "node:assert/strict";
import fc from "fast-check";
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
    { group_id: "g", type: "QUALITY", state: "FAILED", error_code: 11, error_message: "@all no_face" },
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
      `**Success**, folder \`${id}\``,
      "",
      "- Server: `resolution_status` `FINISHED`, `system_resolution` `SUCCESS`",
      "- Computed from analyses: Failed",
      "- Created 2026-11-23T12:03:10.000Z, Updated 2026-11-23T12:03:16.000Z",
      "- Group posted at 2026-11-23T12:03:11.000Z: Failed, finished 2026-11-23T12:03:15.000Z, decides",
      "  - Liveness: Failed, error 11, error `@all no_face`",
      `  - Face match: Declined, confidence 0.41, threshold 0.85, \`${analysis}\``,
      "- ⚠ `resultDiffers`: The server says Success, but its analyses give Failed.",
      "",
    ]);
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
      /^ {2}- `anna\.mp4`: not used by an analysis · Video, `m1`, `https:\/\/h\/v\?s=1`$/m,
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

  it("says if it is nested too deeply", () => {
    const deep = JSON.parse(`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`) as Record<string, unknown>;
    assert.match(metaDataBlock(deep), /nested too deeply/);
  });
});
