import assert from "node:assert/strict";
import { toPublic } from "../../../src/status/publicResolution";
import { resolveFolder } from "../../../src/status/resolveFolder";
import { analysis, finished, folder, group } from "./folderJson";

describe("toPublic", () => {
  it("gives statuses, groups and what decided", () => {
    const json = folder(
      [
        ...group(
          "one",
          100,
          finished("DECLINED", { analysis_id: "a", results_data: { min_confidence: 0.4 } }),
        ),
        ...group("two", 200, analysis("PROCESSING", "PROCESSING", { analysis_id: "b" })),
      ],
      { resolution_status: "PROCESSING", system_resolution: "Manual", operator_status: "success" },
    );
    const shared = { type: "BIOMETRY", error: undefined };
    assert.deepEqual(toPublic(resolveFolder(json)), {
      status: "PROCESSING",
      result: "UNKNOWN",
      resultSource: "server",
      rawStatus: "PROCESSING",
      rawResult: "Manual",
      resultMember: "system_resolution",
      // While anything runs, an operator has not decided.
      operatorDecision: undefined,
      computed: { status: "PROCESSING", result: "PROCESSING" },
      settledResult: "DECLINED",
      terminal: false,
      groups: [
        {
          id: "one",
          inferred: false,
          result: "DECLINED",
          finishedAt: 100_000,
          analyses: [
            {
              ...shared,
              id: "a",
              state: "FINISHED",
              result: "DECLINED",
              rawResult: "DECLINED",
              resultMember: "resolution_status",
              createdAt: 95_000,
              updatedAt: 100_000,
              scores: [
                {
                  name: "min_confidence",
                  value: 0.4,
                  threshold: undefined,
                  lowerThreshold: undefined,
                  mediaIds: [],
                },
              ],
            },
          ],
        },
        {
          id: "two",
          inferred: false,
          result: "PROCESSING",
          finishedAt: undefined,
          analyses: [
            {
              ...shared,
              id: "b",
              state: "PROCESSING",
              result: "PROCESSING",
              rawResult: "PROCESSING",
              resultMember: "state",
              createdAt: 195_000,
              updatedAt: 200_000,
              scores: [],
            },
          ],
        },
      ],
      deciding: { groupId: "one", analysisIds: ["a"] },
      findings: [
        {
          code: "unknownWord",
          severity: "warning",
          message:
            'The folder system_resolution is "Manual", which the Oz API documentation does not define.',
          analysisIds: [],
        },
      ],
    });
  });

  it("always gives a status, a result and a source", () => {
    const { status, result, resultSource, terminal, groups, findings } = toPublic(resolveFolder(null));
    assert.deepEqual([status, result, resultSource], ["UNKNOWN", "UNKNOWN", "server"]);
    assert.deepEqual([terminal, groups, findings], [false, [], []]);
    assert.equal(toPublic(resolveFolder(folder([{}]))).groups[0]?.analyses[0]?.state, "UNKNOWN");
    const computed = toPublic(resolveFolder(folder([])));
    assert.deepEqual([computed.resultSource, computed.rawResult], ["computed", undefined]);
    const older = toPublic(resolveFolder({ resolution_status: "Declined" }));
    assert.deepEqual(
      [older.resultSource, older.resultMember, older.rawResult, older.rawStatus],
      ["server", "resolution_status", "Declined", "Declined"],
    );
  });

  it("gives an operator's decision", () => {
    const decided = { system_resolution: "OPERATOR_REQUIRED", operator_status: "success" };
    assert.equal(toPublic(resolveFolder(decided)).operatorDecision, "SUCCESS");
  });

  it("includes only the given findings", () => {
    assert.deepEqual(toPublic(resolveFolder(folder([])), []).findings, []);
  });

  it("returns a copy: changing it does not change the original", () => {
    const json = folder(group("g", 100, finished(null)));
    const resolution = resolveFolder(json);
    const copy = toPublic(resolution);
    (copy.findings[0]?.analysisIds as string[]).push("mine");
    (copy.deciding?.analysisIds as string[]).push("mine");
    (copy.groups[0]?.analyses[0]?.scores as unknown[]).push("mine");
    assert.doesNotMatch(JSON.stringify(resolution), /mine/);
  });
});
