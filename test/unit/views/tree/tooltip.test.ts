import assert from "node:assert/strict";
import type { MarkdownString } from "vscode";
import { MAX_USES } from "../../../../src/base/limits";
import { readFolder, type OzFolder } from "../../../../src/oz/model/folder";
import { readMedia } from "../../../../src/oz/model/media";
import { shownFindings } from "../../../../src/views/shownFindings";
import { zonedTime } from "../../../../src/views/text/formatTime";
import {
  analysisTooltip,
  folderTooltips,
  groupTooltip,
  mediumTooltip,
} from "../../../../src/views/tree/tooltip";

const NOW = new Date("2026-11-23T13:00:00").getTime();
const at = (clock: string): number => new Date(`2026-11-23T${clock}`).getTime() / 1000;
const declined = {
  group_id: "g",
  type: "BIOMETRY",
  state: "FINISHED",
  resolution_status: "DECLINED",
  results_data: { min_confidence: 0.41 },
  confs: { threshold_max: 0.85 },
  time_created: at("12:03:11"),
  time_updated: at("12:03:15"),
};

function folder(analyses: object[] | undefined, more: object = {}): OzFolder {
  return readFolder({ folder_id: "7e7e7e7e-0000-4000-8000-000000000001", analyses, ...more })!;
}

/** @returns the lines of a tooltip without escapes */
function linesOf({ value }: MarkdownString): string[] {
  return value.replaceAll(/\\(?=[^a-z0-9\s])/gi, "").split("  \n");
}

describe("the tooltip of a group", () => {
  const of = (subject: OzFolder, index = 0): string[] =>
    linesOf(groupTooltip(subject.resolution.groups[index]!, subject));

  it("has its ID, when it was posted and finished, whether it decides, and its analyses", () => {
    const [heading, id, posted, result, ...analyses] = of(folder([declined]));
    assert.deepEqual([heading, id], ["**Declined**", "Group: g"]);
    assert.match(posted!, /^Posted: 2026-11-23 12:03:11/);
    assert.match(result!, /^Result: Declined, finished 2026-11-23 12:03:15.*, decides$/);
    assert.deepEqual(analyses, ["Face match: Declined · 0.41, threshold 0.85"]);
  });

  it("says that a group was inferred", () => {
    assert.ok(of(folder([{ ...declined, group_id: null }])).includes("Group: inferred from creation times"));
  });

  it("quotes an unknown result, literally", () => {
    const subject = folder([{ ...declined, resolution_status: "[a](command:b)" }]);
    assert.match(of(subject)[0]!, /^\*\*Unknown \(.*\)\*\*$/);
    assert.doesNotMatch(groupTooltip(subject.resolution.groups[0]!, subject).value, /\]\(/);
  });

  it("has the first ten of many analyses, and counts the others", () => {
    const many = Array.from({ length: 30 }, () => declined);
    const lines = of(folder(many));
    assert.equal(lines.filter((line) => line.startsWith("Face match: ")).length, 10);
    assert.equal(lines.at(-1), "…: 20 more, each with a row");
    assert.match(of(folder(many.slice(0, 10))).at(-1)!, /^Face match: /);
  });
});

describe("the tooltip of a file", () => {
  it("says where the other analyses are that used it, if there may be more than it lists", () => {
    const uses = (count: number): string[] => {
      const { json } = folder(Array.from({ length: count }, () => ({ ...declined, source_media: ["m"] })));
      return linesOf(mediumTooltip(readMedia(json)[0]!)).filter((line) => /^(Used by|…): /.test(line));
    };
    const [few, many] = [uses(MAX_USES - 1), uses(MAX_USES + 1)];
    assert.deepEqual([few.length, few.at(-1)], [MAX_USES - 1, "Used by: Face match"]);
    assert.equal(many.length, MAX_USES + 1);
    assert.equal(many.at(-1), "…: earlier analyses, if any, are in the JSON");
  });
});

describe("the tooltip of an analysis", () => {
  it("has the scores of its files, also of one that the folder does not list", () => {
    const results_media = ["m1", "m2"].map((media_id) => ({
      media_id,
      results_data: { min_confidence: 0.4 },
    }));
    const media = [{ media_id: "m1", original_name: "a.jpg" }];
    const subject = folder([{ ...declined, results_media }], { media });
    const lines = linesOf(analysisTooltip(subject.resolution.groups[0]!.analyses[0]!, subject));
    assert.deepEqual(
      lines.filter((line) => line.startsWith("File ")),
      ["File a.jpg: 0.4", "File not listed: 0.4"],
    );
  });

  it("says how long it took, or since when it has been running, but not of one that waits", () => {
    const since = zonedTime(at("12:03:11") * 1000);
    for (const [change, said] of [
      [{}, ["Took: 4 s"]],
      [{ state: "PROCESSING", resolution_status: "PROCESSING" }, [`Running since: ${since}`]],
      [{ state: "PROCESSING", resolution_status: "PROCESSING", time_created: undefined }, []],
      [{ state: "INITIAL", resolution_status: "INITIAL" }, []],
      [{ time_updated: undefined }, []],
    ] as const) {
      const subject = folder([{ ...declined, ...change }]);
      const lines = linesOf(analysisTooltip(subject.resolution.groups[0]!.analyses[0]!, subject));
      assert.deepEqual(
        lines.filter((line) => /^(?:Took|Running since):/.test(line)),
        said,
      );
    }
  });
});

describe("the tooltip of a folder", () => {
  const tooltip = folderTooltips(
    shownFindings(
      () => [],
      () => ({ now: NOW, processingLimit: 0, usualTime: undefined }),
    ),
    () => ({ now: NOW, processingLimit: 0, usualTime: undefined }),
  );
  const lineOf = (subject: OzFolder, name: RegExp): string | undefined =>
    linesOf(tooltip(subject)).find((line) => name.test(line));

  it("says when which analyses were posted, and how long they took", () => {
    const posted = zonedTime(at("12:03:11") * 1000);
    const early = { ...declined, group_id: "f", time_created: at("12:00:00"), time_updated: at("12:00:09") };
    for (const [analyses, name] of [
      [[declined], "Analyses"],
      [[early, declined], "Last finished group"],
    ] as const) {
      assert.equal(lineOf(folder([...analyses]), / posted:/), `${name} posted: ${posted}`);
      assert.equal(lineOf(folder([...analyses]), / took:/), `${name} took: 4 s`);
    }
  });

  it("says what time is usual, of a folder whose own is known", () => {
    const limits = () => ({ now: NOW, processingLimit: 0, usualTime: 4500 });
    const usual = (subject: OzFolder): string | undefined =>
      linesOf(folderTooltips(() => [], limits)(subject)).find((line) => line.startsWith("Usual"));
    const words = "Usual time: 90% of the loaded folders took at most 5 s";
    const running = { ...declined, state: "PROCESSING", resolution_status: "PROCESSING" };
    assert.equal(usual(folder([declined])), words);
    assert.equal(usual(folder([running])), words);
    assert.equal(usual(folder([])), undefined);
    assert.equal(lineOf(folder([declined]), /Usual/), undefined, "if it is not known");
  });

  it("has what the analyses give if the server says otherwise", () => {
    const words = { resolution_status: "FINISHED", system_resolution: "SUCCESS" };
    const name = /^Computed from analyses/;
    assert.equal(lineOf(folder([declined], words), name), "Computed from analyses: Declined");
    const unresolved = { ...declined, resolution_status: null };
    assert.equal(lineOf(folder([unresolved], words), name), "Computed from analyses: no result");
    assert.equal(lineOf(folder([], words), name), undefined, "there is nothing to compute from");
  });

  it("has a long verdict whole", () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ ...declined, type: `VOICE${index}` }));
    assert.match(linesOf(tooltip(folder(many)))[0]!, / and VOICE9 were declined\.\*\*$/);
  });
});
