import assert from "node:assert/strict";
import { CATALOGUE } from "../../../../src/sandbox/scenarios/catalogue";
import { QUESTIONS } from "../../../../src/sandbox/scenarios/questions";
import type { Scenario } from "../../../../src/sandbox/scenarios/scenario";
import { resolveFolder } from "../../../../src/status/resolveFolder";
import { type AnalysisBody, type FolderBody, TestSandbox } from "../testSandbox";

const sandbox = new TestSandbox({ folders: CATALOGUE.length });

async function folderOf(scenario: Scenario): Promise<FolderBody> {
  const { items } = await sandbox.list("limit=5000&with_analyses=true");
  return items[CATALOGUE.indexOf(scenario)]!;
}

async function analysesOf(scenario: Scenario): Promise<AnalysisBody[]> {
  return (await folderOf(scenario)).analyses!;
}

const words = ({ resolution_status, system_resolution }: FolderBody): string =>
  `${resolution_status}/${system_resolution}`;
const results = ({ analyses }: FolderBody): string[] =>
  analyses!.map(({ type, resolution_status }) => `${type} ${resolution_status}`);

/** The score of each medium or match. */
const scores = ({ results_media }: AnalysisBody, name: string): unknown[] =>
  results_media!.map(({ results_data }) => (results_data as Record<string, unknown>)[name]);

describe("sandbox folders that make one ask why", () => {
  it("come last in the catalogue, so that other folders keep their places", () => {
    const questions = Object.values(QUESTIONS);
    assert.deepEqual(CATALOGUE.slice(-questions.length), questions);
  });

  it("score each of three videos, named by its gesture", async () => {
    const [declined] = await analysesOf(QUESTIONS.oneAttack);
    assert.deepEqual(scores(declined!, "confidence_spoofing"), [0.02, 0.97, 0.11]);
    assert.equal(declined!.resolution_status, "DECLINED");
    assert.deepEqual(
      declined!.results_media!.map(({ source_video_id }) => source_video_id),
      declined!.source_media!.map(({ media_id }) => media_id),
    );
    const { media } = await folderOf(QUESTIONS.oneAttack);
    const urls = media!.map(({ original_url }) => original_url?.split("/").at(-1));
    assert.deepEqual(urls, ["blank.mp4", "smile.mp4", "left.mp4"]);
    assert.ok(media![1]!.tags.includes("video_selfie_smile"));
    const [live] = await analysesOf(QUESTIONS.threeLive);
    assert.equal(live!.resolution_status, "SUCCESS");
    assert.deepEqual(scores(live!, "confidence_spoofing"), [0.02, 0.07, 0.11]);
  });

  it("have a face match between the thresholds, with and without an operator", async () => {
    for (const [scenario, result, score] of [
      [QUESTIONS.betweenThresholds, "OPERATOR_REQUIRED", 0.8],
      [QUESTIONS.declinedBetween, "DECLINED", 0.775],
    ] as const) {
      const faceMatch = (await analysesOf(scenario))[1]!;
      assert.equal(faceMatch.resolution_status, result);
      assert.deepEqual(faceMatch.results_data, { max_confidence: score, min_confidence: score });
      assert.deepEqual(faceMatch.confs, { threshold_min: 0.75, threshold_max: 0.85 });
      assert.equal(words(await folderOf(scenario)), `FINISHED/${result}`);
    }
  });

  it("list several matches in a collection, or a candidate that is no match", async () => {
    const [matched] = await analysesOf(QUESTIONS.twoMatches);
    assert.deepEqual(scores(matched!, "confidence"), [0.93, 0.88]);
    assert.equal(new Set(matched!.results_media!.map(({ person_id }) => person_id)).size, 2);
    const [clear] = await analysesOf(QUESTIONS.closestCandidate);
    assert.equal(clear!.resolution_status, "SUCCESS");
    assert.deepEqual(scores(clear!, "confidence"), [0.62]);
  });

  it("keep the system's result beside an operator's decision", async () => {
    const folder = (await folderOf(QUESTIONS.overruled)) as FolderBody & Record<string, unknown>;
    assert.deepEqual([folder.system_resolution, folder.operator_status], ["DECLINED", "SUCCESS"]);
    assert.match(folder.operator_comment as string, /\w/);
  });

  it("have analyses that succeeded with too few media", async () => {
    const [single] = await analysesOf(QUESTIONS.singleFile);
    assert.deepEqual([single!.type, single!.resolution_status], ["BIOMETRY", "SUCCESS"]);
    assert.equal(single!.source_media!.length, 1);
    const [liveness, faceMatch] = await analysesOf(QUESTIONS.nothingToCheck);
    assert.equal(liveness!.resolution_status, "SUCCESS");
    assert.deepEqual([liveness!.source_media, liveness!.results_media], [[], []]);
    assert.equal(faceMatch!.source_media!.length, 2);
  });

  it("give the result of the group posted last although another finished last", async () => {
    const folder = await folderOf(QUESTIONS.postedLast);
    const [earlier, later] = folder.analyses!;
    assert.ok(earlier!.time_created < later!.time_created && earlier!.time_updated > later!.time_updated);
    assert.deepEqual(
      [words(folder), earlier!.resolution_status, later!.resolution_status],
      ["FINISHED/SUCCESS", "OPERATOR_REQUIRED", "SUCCESS"],
    );
  });

  it("have numbers as IDs, by which an analysis can be requested", async () => {
    const analyses = await analysesOf(QUESTIONS.numericIds);
    const groups = analyses.map(({ group_id }) => group_id as unknown);
    assert.ok(groups.every(Number.isSafeInteger));
    assert.deepEqual(
      [groups[0] === groups[1], groups[1] === groups[2], groups[2] === groups[3]],
      [true, false, true],
    );
    for (const each of analyses) {
      assert.ok(Number.isSafeInteger(each.analyse_id));
      assert.deepEqual(await sandbox.get(`/api/analyses/${each.analyse_id}`), each);
    }
    const last = Number(analyses.at(-1)!.analyse_id);
    assert.equal((await sandbox.raw(`/api/analyses/${last + 1}`))[0], 404);
    assert.equal((await sandbox.raw(`/api/folders/${last}`))[0], 400);
  });

  it("have an unknown word in an analysis only", async () => {
    const folder = await folderOf(QUESTIONS.unknownInAnalysis);
    assert.equal(words(folder), "FINISHED/undefined");
    assert.deepEqual(results(folder), ["QUALITY SUCCESS", "BIOMETRY REVIEW"]);
  });

  it("let the worse of two bad results win in a group", async () => {
    const folder = await folderOf(QUESTIONS.outranked);
    assert.equal(words(folder), "FAILED/FAILED");
    assert.deepEqual(results(folder), ["QUALITY DECLINED", "BIOMETRY FAILED"]);
    assert.match(folder.analyses![1]!.error_message!, /\w/);
  });

  it("succeed after groups with three other results", async () => {
    const folder = await folderOf(QUESTIONS.fourthAttempt);
    assert.equal(words(folder), "FAILED/SUCCESS");
    assert.deepEqual(
      resolveFolder(folder).groups.map(({ result }) => result),
      ["FAILED", "OPERATOR_REQUIRED", "DECLINED", "SUCCESS"],
    );
  });

  it("have a result without any analysis", async () => {
    const folder = await folderOf(QUESTIONS.noAnalyses);
    assert.deepEqual([words(folder), folder.analyses], ["FINISHED/SUCCESS", []]);
  });

  it("have an analysis that took 95 seconds", async () => {
    const [liveness] = await analysesOf(QUESTIONS.slow);
    assert.equal(liveness!.time_updated - liveness!.time_created, 95);
  });
});
