import assert from "node:assert/strict";
import { MOST_ANALYSES, MOST_FINDINGS, MOST_MEDIA, MOST_SCORES } from "../../../src/base/limits";
import { resolveFolder } from "../../../src/status/resolveFolder";
import { analysis, finished, folder, group } from "./build";

const cutMessages = (json: unknown): string[] =>
  resolveFolder(json)
    .findings.filter(({ code }) => code === "replyCut")
    .map(({ message }) => message);

const many = (count: number): object[] => Array.from({ length: count }, () => finished("SUCCESS"));

describe("a folder that has more than is looked at", () => {
  const rest = many(MOST_ANALYSES);
  const declined = finished("DECLINED");

  it("claims nothing of analyses that were not looked at", () => {
    const words = { resolution_status: "FINISHED", system_resolution: "DECLINED" };
    const resolution = resolveFolder(folder(group("g", 10, ...rest, declined), words));
    assert.deepEqual(resolution.computed, { status: "UNKNOWN", result: "UNKNOWN" });
    assert.deepEqual([resolution.status, resolution.result], ["FINISHED", "DECLINED"]);
    assert.deepEqual([resolution.deciding, resolution.settledResult], [undefined, undefined]);
    assert.ok(resolution.terminal);
    assert.deepEqual(
      resolution.findings.map(({ code, message }) => [code, message]),
      [["replyCut", "The folder has 501 analyses; only the first 500 are shown."]],
    );
  });

  it("leaves the result open where the server gives none", () => {
    const { result, status, terminal } = resolveFolder(folder(group("g", 10, ...rest, declined)));
    assert.deepEqual([result, status, terminal], ["UNKNOWN", "UNKNOWN", false]);
  });

  it("is processed while any that was looked at is, whatever the others do", () => {
    const running = analysis("PROCESSING", "PROCESSING", { time_created: 7 });
    const words = { resolution_status: "FINISHED", system_resolution: "SUCCESS" };
    const resolution = resolveFolder(folder([running, ...rest], words));
    assert.deepEqual(resolution.computed, { status: "PROCESSING", result: "PROCESSING" });
    assert.deepEqual([resolution.terminal, resolution.processingSince], [false, 7000]);
    assert.ok(resolution.findings.some(({ code }) => code === "statusDiffers"));
  });

  it("is as any other up to the limit", () => {
    const { computed, findings } = resolveFolder(folder(group("g", 10, ...rest)));
    assert.deepEqual([computed?.result, findings], ["SUCCESS", []]);
  });

  it("says what else was not looked at: media, and results for media", () => {
    const media = Array(MOST_MEDIA + 1).fill({});
    assert.deepEqual(cutMessages({ media }), ["The folder has 1,001 media; only the first 1,000 are shown."]);
    assert.deepEqual(cutMessages({ media: media.slice(1) }), []);
    const results = Array(MOST_SCORES + 1).fill({ results_data: { min_confidence: 1 } });
    const scored = (results_media: unknown[]): object => folder([finished("SUCCESS", { results_media })]);
    assert.deepEqual(cutMessages(scored(results)), [
      "An analysis has results for 1,001 media; only the first 1,000 are shown.",
    ]);
    const [first] = resolveFolder(scored(results)).groups[0]!.analyses;
    assert.equal(first?.scores.length, MOST_SCORES);
    assert.deepEqual(cutMessages(scored(results.slice(1))), []);
  });

  it("names no more findings of analyses than anybody reads, but what is wrong with the whole folder", () => {
    const odd = Array.from({ length: 2 * MOST_FINDINGS }, (_, index) => finished(`WORD_${index}`));
    const { findings } = resolveFolder(folder(odd, { resolution_status: "FAILED" }));
    assert.equal(findings.filter(({ code }) => code === "unknownWord").length, MOST_FINDINGS);
    assert.deepEqual(cutMessages(folder(odd)), [
      "There are 100 findings; further analyses were not searched for more.",
    ]);
    assert.ok(findings.some(({ code }) => code === "groupsInferred"));
  });
});
