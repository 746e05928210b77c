import assert from "node:assert/strict";
import { Scrubber } from "../../../src/base/log/scrubber";
import { isContainer, type JsonObject } from "../../../src/base/readJson";
import { readFolder, type OzFolder } from "../../../src/oz/model/folder";
import { readMedia } from "../../../src/oz/model/media";
import { startSandbox, type SandboxServer } from "../../../src/sandbox/start";
import { explanationFacts } from "../../../src/tools/explainTool";
import { folderFacts, type FactsContext } from "../../../src/tools/folderFacts";
import { answerText } from "../../../src/tools/toolAnswer";
import { sandboxClient } from "../../sandboxClient";

/** Shorter texts occur by chance. */
const SHORTEST = 5;

function context(tellsMetadata = false, scrubber = new Scrubber()): FactsContext {
  return { findings: ({ findings }) => findings, scrubber, now: 0, tellsMetadata };
}

const toldOf = (folder: OzFolder, how = context()): string =>
  answerText({ ...folderFacts(folder, how), ...explanationFacts(folder, how) });

function textsIn(value: unknown): readonly string[] {
  if (isContainer(value)) return Object.entries(value).flatMap(([name, one]) => [name, ...textsIn(one)]);
  return typeof value === "string" ? [value] : [];
}

/** What no model may see: metadata, names and links of media, and what an operator wrote. */
function privateTexts({ json, metaData, operatorComment }: OzFolder): readonly string[] {
  const media = readMedia(json).flatMap(({ link, name }) => [link?.href, name]);
  // What the folder demonstrates, in words that answers may have too.
  const written = Object.entries(metaData ?? {}).filter(([name]) => name !== "example" && name !== "about");
  return [...textsIn(Object.fromEntries(written)), ...media, operatorComment]
    .filter((text) => text !== undefined)
    .filter((text) => text.length >= SHORTEST);
}

describe("what language models are told of a folder", () => {
  let sandbox: SandboxServer;
  let folders: readonly OzFolder[];
  before(async () => {
    sandbox = await startSandbox({ folders: 200 });
    ({ folders } = await sandboxClient(sandbox.address).listFolders({ offset: 0, limit: 200 }));
  });
  after(() => sandbox.close());

  it("has nothing private, whatever the folder is like", () => {
    const checked = folders.map((folder) => {
      const told = toldOf(folder);
      const texts = privateTexts(folder);
      assert.deepEqual(
        texts.filter((text) => told.includes(text)),
        [],
        folder.id,
      );
      return texts.length;
    });
    assert.ok(checked.length === 200 && checked.filter((count) => count > 2).length > 100);
  });

  it("has the metadata if the user allows it, and nothing else that is private", () => {
    const folder = folders.find(({ metaData }) => textsIn(metaData).length > 3)!;
    const told = toldOf(folder, context(true));
    const { metaData, ...rest } = folder;
    assert.ok(textsIn(metaData).every((text) => told.includes(text)));
    const others = privateTexts({ ...rest, metaData: undefined });
    assert.deepEqual(
      others.filter((text) => told.includes(text)),
      [],
    );
  });

  it("has the path of a value that is not JSON only with the metadata", () => {
    const fault = { path: ["meta_data", "passport_number"], fault: "notANumber", what: "NaN" } as const;
    const folder = readFolder({ ...folders[0]!.json }, undefined, false, [fault])!;
    assert.match(toldOf(folder, context(true)), /passport_number is NaN/);
    const told = toldOf(folder);
    assert.match(told, /"code":"invalidValue"/);
    assert.doesNotMatch(told, /passport/);
  });

  it("has no secret that a server sends back in any text", () => {
    const secret = "correct-horse-battery-staple";
    const scrubber = new Scrubber();
    scrubber.add(secret);
    const analysis = { analysis_id: secret, group_id: secret, type: secret, state: secret };
    const errors = { error_code: secret, error_message: `no ${secret}`, resolution_status: secret };
    const json: JsonObject = {
      folder_id: folders[0]!.id,
      resolution_status: secret,
      system_resolution: secret,
      meta_data: { leak: secret },
      analyses: [
        { ...analysis, ...errors },
        { ...analysis, ...errors, state: "FAILED" },
      ],
    };
    const told = toldOf(readFolder(json)!, context(true, scrubber));
    assert.match(told, /"meta_data"/);
    assert.doesNotMatch(told, /horse|battery/i);
  });

  it("has no part of a secret where metadata is cut", () => {
    const secret = "correct-horse-battery-staple";
    const scrubber = new Scrubber();
    scrubber.add(secret);
    for (let length = 1950; length < 2010; length++) {
      const before = "x ".repeat(length).slice(0, length - '{"a":"",'.length);
      const told = toldOf(
        readFolder({ folder_id: folders[0]!.id, meta_data: { a: before, [secret]: "" } })!,
        context(true, scrubber),
      );
      assert.match(told, /"meta_data"/);
      assert.doesNotMatch(told, /corr|horse/);
    }
  });

  it("is at most 20 analyses, those of the deciding group first, with 3 scores each, and says how many are left out", () => {
    const media = Array.from({ length: 5 }, (_, index) => ({
      results_data: { confidence_spoofing: index / 10 },
    }));
    const posted = (group: string, at: number, count: number): object[] =>
      Array.from({ length: count }, (_, index) => ({
        analysis_id: `${group}${index}`,
        group_id: group,
        type: "QUALITY",
        state: "FINISHED",
        resolution_status: "SUCCESS",
        time_created: at,
        time_updated: 100 - at,
        results_media: media,
      }));
    const analyses = [...posted("old", 1, 15), ...posted("new", 9, 15)];
    const json = { folder_id: folders[0]!.id, analyses };
    const told = explanationFacts(readFolder(json)!, context()) as unknown as Told;
    assert.deepEqual([told.analyses_in_all, told.analyses_left_out], [30, 10]);
    assert.deepEqual(
      told.groups.map((group) => [group.group_id, group.analyses.length]),
      [
        ["old", 15],
        ["new", 5],
      ],
    );
    const { scores, scores_left_out } = told.groups[0]!.analyses[0]!;
    assert.deepEqual([scores.map(({ value }) => value), scores_left_out], [[0.4, 0.3, 0.2], 2]);
  });

  it("is at most 20 findings, and says how many are left out", () => {
    const analyses = Array.from({ length: 25 }, (_, index) => ({
      analysis_id: `a${index}`,
      type: "QUALITY",
      state: "FAILED",
      error_code: index,
    }));
    const json = { folder_id: folders[0]!.id, analyses };
    const told = explanationFacts(readFolder(json)!, context()) as unknown as Told;
    assert.equal(told.findings.length, 20);
    assert.ok(told.findings_left_out >= 5);
  });

  it("stays below 25,000 characters, however large the folder is", () => {
    const long = "x ".repeat(5000);
    const analyses = Array.from({ length: 600 }, (_, index) => ({
      analysis_id: `${index}${long}`,
      group_id: `${index}${long}`,
      type: `${index}${long}`,
      state: "FAILED",
      error_code: `${index}${long}`,
      error_message: `${index}${long}`,
    }));
    const json = { folder_id: folders[0]!.id, resolution_status: long, meta_data: { long }, analyses };
    const { length } = toldOf(readFolder(json)!, context(true));
    assert.ok(length < 25_000, String(length));
  });
});

interface Told {
  readonly analyses_in_all: number;
  readonly analyses_left_out: number;
  readonly groups: readonly {
    readonly group_id: string;
    readonly analyses: readonly {
      readonly scores: readonly { readonly value: number }[];
      readonly scores_left_out: number;
    }[];
  }[];
  readonly findings: readonly unknown[];
  readonly findings_left_out: number;
}
