import assert from "node:assert/strict";
import fc from "fast-check";
import { plainText } from "../../../src/base/plainText";
import { readFolder, type OzFolder } from "../../../src/oz/model/folder";
import { present } from "../../../src/status/presentation";
import { readStatus } from "../../../src/status/status";
import { explanation } from "../../../src/views/explain/explanation";
import { analysisInWords, analysisLabel } from "../../../src/views/text/analysisText";
import { scoresByFile } from "../../../src/views/text/fileScores";
import { verdict } from "../../../src/views/text/verdict";
import { folderJson } from "../status/arbitrary";
import { say } from "./say";
import { useUtc } from "./useUtc";

const ID = "7e7e7e7e-0000-4000-8000-000000000001";
const NOW = Date.UTC(2026, 10, 26, 15);

function read(json: object): OzFolder {
  return readFolder({ folder_id: ID, ...json })!;
}

/** @returns Markdown without its escapes and code marks */
function plain(markdown: string): string {
  return markdown.replaceAll(/\\(?=[^a-z0-9\s])/gi, "").replaceAll("`", "");
}

type Json = Record<string, unknown>;

const word = fc.constantFrom("SUCCESS", "DECLINED", "FINISHED", "processing", "REVIEW", "Initial", 7, null);

/** Small folders whose statuses are anywhere. */
const oddJson = fc.record({
  resolution_status: word,
  system_resolution: word,
  analyses: fc.array(fc.record({ state: word, resolution_status: word, resolution: word }), { maxLength: 3 }),
});

function isSaid(json: Json, member: string, word: string): boolean {
  const raw = json[member];
  const text = typeof raw === "string" ? raw : JSON.stringify(raw);
  return raw !== undefined && raw !== null && plainText(text, 200) === word;
}

describe("what is shown as the server's", () => {
  useUtc();

  it("stands in its reply, at the member that is named", () => {
    const withOperator = fc.oneof(folderJson, oddJson).chain((json) =>
      fc
        .record({
          operator_status: fc.constantFrom("SUCCESS", "DECLINED", "declined", "ODD", "", null, undefined),
          operator_comment: fc.constantFrom("Same person", undefined),
        })
        .map((operator): Json => ({ ...json, ...operator })),
    );
    let checked = 0;
    fc.assert(
      fc.property(withOperator, (json) => {
        const analyses = json.analyses as Json[];
        const check = (holders: readonly Json[], member: string, word: string): void => {
          checked += 1;
          const found = holders.some((holder) => isSaid(holder, member, word));
          assert.ok(found, `${member} is said to be ${word}`);
        };
        const text = say(json, NOW);
        for (const [, indent, line = ""] of text.matchAll(/^( *)tooltip +(.*)$/gm)) {
          const holders = indent === "" ? [json] : analyses;
          for (const [, member = "", word = ""] of line.matchAll(/(?:^|\| )([a-z_]+): ([^|]*?)(?= \||$)/g))
            check(holders, member, word);
        }
        for (const [, member = "", word = ""] of text.matchAll(/has the (\w+) "([^"]*)"/g))
          check(analyses, member, word);
        for (const [, member = "", word = ""] of text.matchAll(/The server's (\w+) is (\w+)/g))
          check([json], member, word);
        for (const [, kind, member = "", word = ""] of text.matchAll(
          /The (folder|analysis) (\w+) is "?(\w+)/g,
        ))
          // A known status is named in upper case, whatever its case.
          check(
            (kind === "folder" ? [json] : analyses).map((holder) => ({ [member]: upper(holder[member]) })),
            member,
            word.toUpperCase(),
          );
        for (const [, label = "", member = ""] of text.matchAll(/^says +(.+?), says the server \((\w+)/gm)) {
          const raw = json[member];
          const said = present(
            readStatus(raw) ?? "UNKNOWN",
            typeof raw === "string" ? raw : JSON.stringify(raw),
          );
          // An operator's decision stands beside or in front of it.
          assert.ok(label.startsWith(said.label) || label.endsWith(" by operator"), `${label}: ${member}`);
        }
        for (const [, members = ""] of text.matchAll(/says the server \(([\w, ]+)\)/g))
          for (const member of members.split(", ")) assert.ok(json[member] ?? false, member);
      }),
    );
    assert.ok(checked > 100);
  });
});

function upper(value: unknown): unknown {
  return typeof value === "string" ? value.toUpperCase() : value;
}

const TYPES = ["QUALITY", "BIOMETRY", "COLLECTION"] as const;
const FILES = ["a", "b", "c", "d"];

/** Folders of up to three groups, each with an analysis of each type at most; no two scores are equal. */
const scored = fc
  .tuple(
    fc.array(fc.uniqueArray(fc.constantFrom(...TYPES), { minLength: 1 }), { minLength: 1, maxLength: 3 }),
    fc.infiniteStream(fc.constantFrom("SUCCESS", "DECLINED", "OPERATOR_REQUIRED")),
    fc.shuffledSubarray(Array.from({ length: 999 }, (_, index) => (index + 1) / 1000)),
    fc.infiniteStream(fc.uniqueArray(fc.constantFrom(...FILES), { minLength: 1 })),
    fc.boolean(),
  )
  .map(([groups, results, scores, files, isOlder]) => {
    const pool = [...scores];
    const next = (): number => pool.pop() ?? 0;
    const analyses = groups.flatMap((types, group) =>
      types.map((type) => ({
        type,
        analysis_id: `${group}${type}`,
        group_id: `g${group}`,
        state: "FINISHED",
        resolution_status: results.next().value as string,
        time_created: 1000 + group * 10,
        time_updated: 1005 + group * 10,
        confs: { threshold_min: 0.7505, threshold_max: 0.8505, threshold_spoofing: 0.5005 },
        ...(type === "BIOMETRY"
          ? { results_data: { min_confidence: next(), max_confidence: 2 } }
          : {
              results_media: (files.next().value as string[]).map((file) => ({
                source_video_id: file,
                results_data: { confidence_spoofing: next(), confidence: next() },
              })),
            }),
      })),
    );
    const media = FILES.map((file) => ({ media_id: file, original_name: `${file}.mp4` }));
    return { analyses, media, ...(isOlder ? {} : { system_resolution: results.next().value as string }) };
  })
  .filter(({ analyses }) => analyses.length > 0);

type Scored = typeof scored extends fc.Arbitrary<infer T> ? T : never;

/** @returns the scores that a text quotes, without its thresholds */
function quoted(text: string): number[] {
  const scores = text
    .replaceAll(/threshold 0\.\d+|between 0\.\d+ and 0\.\d+|(?:\d\d:){2}\d\d|\d{4}-\d\d-\d\d/g, "")
    .matchAll(/0\.\d+/g);
  return [...scores].map(([score]) => Number(score));
}

function scoresOf(json: Scored, label: string, groupId?: string): number[] {
  const types = { Liveness: "QUALITY", "Face match": "BIOMETRY", Collection: "COLLECTION" };
  return json.analyses
    .filter(
      ({ type, group_id }) =>
        type === types[label as keyof typeof types] && (groupId === undefined || group_id === groupId),
    )
    .flatMap((analysis) => {
      const name = analysis.type === "QUALITY" ? "confidence_spoofing" : "confidence";
      return "results_data" in analysis
        ? [analysis.results_data.min_confidence]
        : analysis.results_media.map(({ results_data }) => results_data[name]);
    });
}

describe("a score", () => {
  it("is that of the analysis and the file that are named", () => {
    fc.assert(
      fc.property(scored, (json) => {
        const folder = read(json);
        const { groups, deciding } = folder.resolution;
        for (const clause of verdict(folder.resolution, NOW).split(
          /[;:] |and (?=Liveness|Face|Collection)/,
        )) {
          const label = /^(Liveness|Face match|Collection)/.exec(clause)?.[0] ?? "";
          const own = scoresOf(json, label, deciding?.groupId);
          assert.ok(
            quoted(clause).every((score) => own.includes(score)),
            clause,
          );
        }
        for (const { id, analyses } of groups) {
          for (const analysis of analyses) {
            const own = scoresOf(json, analysisLabel(analysis), id);
            assert.ok(quoted(analysisInWords(analysis)).every((score) => own.includes(score)));
            for (const [file, words] of scoresByFile(folder.json, analysis)) {
              const sent = json.analyses.find(({ analysis_id }) => analysis_id === analysis.id);
              const media = sent && "results_media" in sent ? sent.results_media : [];
              const ofFile = media.filter(({ source_video_id }) => `${source_video_id}.mp4` === file);
              const scores = ofFile.flatMap(({ results_data }) => Object.values(results_data));
              assert.ok(
                quoted(words).every((score) => scores.includes(score)),
                `${file}: ${words}`,
              );
            }
          }
        }
        const rows = plain(explanation(folder, [], NOW)).matchAll(
          /^\| (Liveness|Face match|Collection) \|.*$/gm,
        );
        const drawn = groups.toReversed().flatMap(({ id, analyses }) => analyses.map(() => id));
        for (const [row, label = ""] of rows) {
          const own = scoresOf(json, label, drawn.shift());
          assert.ok(
            quoted(row).every((score) => own.includes(score)),
            row,
          );
        }
        assert.deepEqual(drawn, []);
      }),
    );
  });
});

describe("the order of media and analyses in the reply", () => {
  useUtc();

  it("changes no sentence", () => {
    const shuffled = fc.oneof(scored, folderJson).chain((json: Json) => {
      const lists = ["analyses", "media"].map((name) => (json[name] as Json[] | undefined) ?? []);
      return fc.tuple(
        fc.constant(json),
        ...lists.map((list) => fc.shuffledSubarray(list, { minLength: list.length })),
      );
    });
    fc.assert(
      fc.property(shuffled, ([json, analyses, media]) => {
        const reversed = analyses?.map((analysis) =>
          Array.isArray(analysis.results_media)
            ? { ...analysis, results_media: analysis.results_media.toReversed() }
            : analysis,
        );
        const other = { ...json, analyses: reversed, ...(media?.length ? { media } : {}) };
        assert.equal(say(other, NOW), say(json, NOW));
        assert.equal(explanation(read(other), [], NOW), explanation(read(json), [], NOW));
      }),
    );
  });
});
