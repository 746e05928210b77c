import assert from "node:assert/strict";
import { MAX_ANALYSES, MAX_FINDINGS, MAX_MEDIA, MAX_SCORES } from "../../../src/base/limits";
import { resolveFolder } from "../../../src/status/resolveFolder";
import { analysis, finished, folder, group } from "./folderJson";

const cutMessages = (json: unknown): string[] =>
  resolveFolder(json)
    .findings.filter(({ code }) => code === "replyCut")
    .map(({ message }) => message);

const many = (count: number): object[] => Array.from({ length: count }, () => finished("SUCCESS"));

describe("a folder beyond the limits", () => {
  const allowed = many(MAX_ANALYSES);
  const declined = finished("DECLINED");

  it("computes nothing if any of the analyses that were not read may decide", () => {
    const server = { resolution_status: "FINISHED", system_resolution: "DECLINED" };
    const resolution = resolveFolder(folder(group("g", 10, ...allowed, declined), server));
    assert.deepEqual(resolution.computed, { status: "UNKNOWN", result: "UNKNOWN" });
    assert.deepEqual([resolution.status, resolution.result], ["FINISHED", "DECLINED"]);
    assert.deepEqual([resolution.deciding, resolution.settledResult], [undefined, undefined]);
    assert.ok(resolution.terminal);
    assert.deepEqual(
      resolution.findings.map(({ code, message }) => [code, message]),
      [["replyCut", "The folder has 501 analyses; only the first 500 are shown. Open JSON to see all."]],
    );
  });

  it("is UNKNOWN if the server gives no result", () => {
    const { result, status, terminal } = resolveFolder(folder(group("g", 10, ...allowed, declined)));
    assert.deepEqual([result, status, terminal], ["UNKNOWN", "UNKNOWN", false]);
  });

  it("is PROCESSING while any of the analyses that were read is running", () => {
    const running = analysis("PROCESSING", "PROCESSING", { time_created: 7 });
    const server = { resolution_status: "FINISHED", system_resolution: "SUCCESS" };
    const resolution = resolveFolder(folder([running, ...allowed], server));
    assert.deepEqual(resolution.computed, { status: "PROCESSING", result: "PROCESSING" });
    assert.deepEqual([resolution.terminal, resolution.processingSince], [false, 7000]);
    assert.ok(resolution.findings.some(({ code }) => code === "statusDiffers"));
  });

  it("has a computed result and no finding at the limit", () => {
    const { computed, findings } = resolveFolder(folder(group("g", 10, ...allowed)));
    assert.deepEqual([computed?.result, findings], ["SUCCESS", []]);
  });

  it("has a finding if media or results for media were cut", () => {
    const media = Array(MAX_MEDIA + 1).fill({});
    assert.deepEqual(cutMessages({ media }), [
      "The folder has 1,001 media; only the first 1,000 are shown. Open JSON to see all.",
    ]);
    assert.deepEqual(cutMessages({ media: media.slice(1) }), []);
    const results = Array(MAX_SCORES + 1).fill({ results_data: { min_confidence: 1 } });
    const scored = (results_media: unknown[]): object => folder([finished("SUCCESS", { results_media })]);
    assert.deepEqual(cutMessages(scored(results)), [
      "An analysis has results for 1,001 media; only the first 1,000 are shown. Open JSON to see all.",
    ]);
    const [first] = resolveFolder(scored(results)).groups[0]!.analyses;
    assert.equal(first?.scores.length, MAX_SCORES);
    assert.deepEqual(cutMessages(scored(results.slice(1))), []);
  });

  it("limits the findings about analyses, but not those about the folder", () => {
    const odd = Array.from({ length: 2 * MAX_FINDINGS }, (_, index) => finished(`WORD_${index}`));
    const { findings } = resolveFolder(folder(odd, { resolution_status: "FAILED" }));
    assert.equal(findings.filter(({ code }) => code === "unknownWord").length, MAX_FINDINGS);
    assert.deepEqual(cutMessages(folder(odd)), [
      "There are 100 findings; the remaining analyses were not checked.",
    ]);
    assert.ok(findings.some(({ code }) => code === "groupsInferred"));
  });
});
