import assert from "node:assert/strict";
import fc from "fast-check";
import { hasEnded } from "../../../src/status/effectiveStatus";
import type { Finding } from "../../../src/status/finding";
import { findingsAt } from "../../../src/status/processingTime";
import { toPublic } from "../../../src/status/publicResolution";
import type { FolderResolution } from "../../../src/status/resolution";
import { resolveFolder } from "../../../src/status/resolveFolder";
import { analyses, anyJson, folderJson, textsIn } from "./arbitrary";
import { badness, oracle, oracleGroups } from "./oracle";

/** 25 s after the last of the generated times, so that some folders are settling and others are not. */
const RECEIVED_AT = 85_000;

const LIMITS = { now: 100_000, processingLimit: 1000, usualTime: undefined };

function idsOf({ groups }: FolderResolution): string[] {
  return groups.flatMap((group) => group.analyses.flatMap(({ id }) => id ?? []));
}

describe("resolving any folder of up to 50 groups", () => {
  it("agrees with a slow and obvious implementation", () => {
    fc.assert(
      fc.property(analyses, (all) => {
        const { computed, settledResult, terminal, groups, deciding } = resolveFolder({ analyses: all });
        const expected = oracle(all);
        assert.deepEqual({ ...computed, settledResult, terminal }, expected);
        const sorted = (ids: readonly (string | undefined)[]): string => [...ids].sort().join();
        assert.deepEqual(
          groups
            .map((group) => [sorted(group.analyses.map(({ id }) => id)), group.result, group.finishedAt])
            .sort(),
          oracleGroups(all)
            .map((group) => [sorted(group.ids), group.result, group.finishedAt])
            .sort(),
        );
        const last = groups.find(({ id }) => id === deciding?.groupId);
        const settled =
          settledResult ?? (groups.some(({ running }) => running) ? undefined : computed?.result);
        if (groups.length > 0) assert.equal(last?.result, settled);
      }),
    );
  });

  it("does not depend on the order of analyses in the reply", () => {
    const shuffled = folderJson.chain((json) =>
      fc.tuple(fc.constant(json), fc.shuffledSubarray(json.analyses, { minLength: json.analyses.length })),
    );
    fc.assert(
      fc.property(shuffled, ([json, other]) => {
        const resolution = resolveFolder(json, RECEIVED_AT);
        const shuffledResolution = resolveFolder({ ...json, analyses: other }, RECEIVED_AT);
        assert.deepEqual(shuffledResolution, resolution);
        assert.deepEqual(findingsAt(shuffledResolution, LIMITS), findingsAt(resolution, LIMITS));
      }),
    );
  });

  it("does not depend on that order even if analyses share an ID or have none", () => {
    const alike = analyses.map((all) =>
      all.map((json, index) => ({ ...json, analysis_id: ["x", null][index % 2] })),
    );
    fc.assert(
      fc.property(alike, (all) => {
        assert.deepEqual(resolveFolder({ analyses: all.toReversed() }), resolveFolder({ analyses: all }));
      }),
    );
  });

  it("computes the worst result of the group that finished last", () => {
    fc.assert(
      fc.property(analyses, (all) => {
        const { computed, deciding, groups } = resolveFolder({ analyses: all });
        if (groups.length === 0 || groups.some(({ running }) => running)) return;
        const last = groups.find(({ id }) => id === deciding?.groupId);
        const worst = last?.analyses.map(({ result }) => result).sort((a, b) => badness(b) - badness(a))[0];
        assert.equal(computed?.result, worst);
        assert.ok(groups.every(({ finishedAt }) => (finishedAt ?? -1) <= (last?.updatedAt ?? -1)));
        assert.deepEqual(
          deciding?.analysisIds,
          last?.analyses.filter(({ result }) => result === worst).map(({ id }) => id),
        );
      }),
    );
  });

  it("gives no better result if the group that finished last gets another analysis", () => {
    const verdicts = fc.constantFrom("SUCCESS", "OPERATOR_REQUIRED", "DECLINED");
    fc.assert(
      fc.property(analyses, verdicts, fc.nat({ max: 5 }), (all, verdict, later) => {
        const { computed, deciding, groups } = resolveFolder({ analyses: all });
        const last = groups.find(({ id }) => id === deciding?.groupId);
        if (!computed || !last || last.inferred) return;
        const one = {
          analysis_id: "one more",
          group_id: last.id,
          state: "FINISHED",
          resolution_status: verdict,
          time_created: last.createdAt === undefined ? null : last.createdAt / 1000,
          time_updated: (last.updatedAt ?? 0) / 1000 + later,
        };
        const after = resolveFolder({ analyses: [...all, one] }).computed;
        assert.ok(after && badness(after.result) >= badness(computed.result));
      }),
    );
  });

  it("keeps both the server's statuses and the computed ones", () => {
    fc.assert(
      fc.property(folderJson, (json) => {
        const resolution = resolveFolder(json);
        assert.deepEqual(resolution.computed, resolveFolder({ analyses: json.analyses }).computed);
        const raw = (value: unknown): unknown =>
          value === null || value === "" ? undefined : typeof value === "number" ? `${value}` : value;
        const { words, resultMember } = resolution;
        assert.equal(words.resolution_status, raw(json.resolution_status));
        assert.equal(words.system_resolution, raw(json.system_resolution));
        if (raw(json.system_resolution) !== undefined) assert.equal(resultMember, "system_resolution");
      }),
    );
  });

  it("knows the same of a folder that is settling, except what its server contradicts", () => {
    fc.assert(
      fc.property(folderJson, (json) => {
        const settled = resolveFolder(json);
        const early = resolveFolder(json, 50_000);
        assert.deepEqual({ ...early, settling: false, findings: [] }, { ...settled, findings: [] });
        const isHidden = ({ code }: Finding): boolean =>
          code === "noAnalyses" || (early.settling && ["resultDiffers", "statusDiffers"].includes(code));
        assert.deepEqual(
          early.findings.filter((finding) => !isHidden(finding)),
          settled.findings.filter((finding) => !isHidden(finding)),
        );
        if (early.settling) assert.equal(hasEnded(early), false);
      }),
    );
  });

  it("gives every group a different ID, whatever IDs the server uses", () => {
    const named = fc.record({
      group_id: fc.option(fc.constantFrom("inferred-1", "inferred-2", "inferred-3", "a")),
      time_created: fc.integer({ min: 0, max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(named, { maxLength: 12 }), (all) => {
        const { groups, deciding } = resolveFolder({ analyses: all });
        assert.equal(new Set(groups.map(({ id }) => id)).size, groups.length);
        if (groups.length > 0) assert.ok(groups.some(({ id }) => id === deciding?.groupId));
        for (const { id, inferred, analyses: members } of groups)
          for (const { groupId } of members) assert.equal(groupId, inferred ? undefined : id);
      }),
    );
  });

  it("reports each finding once, about analyses of the folder", () => {
    fc.assert(
      fc.property(folderJson, (json) => {
        const resolution = resolveFolder(json, RECEIVED_AT);
        const ids = new Set(idsOf(resolution));
        const findings = findingsAt(resolution, LIMITS);
        for (const { analysisIds } of findings) {
          assert.ok(analysisIds.every((id) => ids.has(id)));
          assert.equal(new Set(analysisIds).size, analysisIds.length);
        }
        const same = findings.map(({ code, message, analysisIds }) =>
          code === "analysisFailed" ? [code, analysisIds] : [code, message],
        );
        assert.equal(new Set(same.map((one) => JSON.stringify(one))).size, same.length);
      }),
    );
  });
});

describe("resolving any JSON value", () => {
  it("never throws, and gives equal results for equal input", () => {
    fc.assert(
      fc.property(fc.oneof(anyJson, fc.jsonValue(), folderJson), (json) => {
        const resolution = resolveFolder(json, RECEIVED_AT);
        assert.deepEqual(resolveFolder(json, RECEIVED_AT), resolution);
        toPublic(resolution, findingsAt(resolution, LIMITS));
      }),
      { numRuns: 200 },
    );
  });

  it("gives no verdict that the server has written nowhere", () => {
    fc.assert(
      fc.property(fc.oneof(anyJson, folderJson), (json) => {
        const written = new Set(textsIn(json).map((text) => text.trim().toUpperCase()));
        const { status, result, operatorDecision, settledResult, computed, groups } = resolveFolder(json);
        const all = [status, result, operatorDecision, settledResult, computed?.status, computed?.result];
        for (const group of groups) {
          all.push(group.result);
          for (const analysis of group.analyses) all.push(analysis.state, analysis.result);
        }
        assert.deepEqual(
          all.filter(
            (one) => /^(SUCCESS|DECLINED|OPERATOR_REQUIRED|FAILED)$/.test(one ?? "") && !written.has(one!),
          ),
          [],
        );
      }),
    );
  });

  it("resolves huge texts, deep nesting and lists with holes", () => {
    const huge = "x".repeat(300_000);
    let deep: unknown = {};
    for (let depth = 0; depth < 100_000; depth += 1) deep = depth % 2 ? [deep] : { analyses: deep };
    const members = (value: unknown): object => ({
      state: value,
      resolution_status: value,
      resolution: value,
      type: value,
      group_id: value,
      error_code: value,
      error_message: value,
      results_data: value,
      results_media: value,
      confs: value,
      time_created: value,
    });
    const holes: unknown[] = [];
    holes[3] = members(huge);
    for (const value of [huge, deep, holes]) {
      const json = {
        ...members(value),
        system_resolution: value,
        analyses: [members(value), value, ...holes],
      };
      assert.equal(resolveFolder(json).result, "UNKNOWN");
      assert.equal(resolveFolder({ analyses: holes }).groups.flatMap((group) => group.analyses).length, 4);
      toPublic(resolveFolder(value));
    }
  });

  it("reads no inherited members", () => {
    for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
      const json: unknown = JSON.parse(
        `{"${name}":{"analyses":[]},"system_resolution":"${name}","analyses":[{"${name}":{"state":"FAILED"},"state":"${name}","type":"${name}"}]}`,
      );
      const { result, words, groups } = resolveFolder(json);
      assert.deepEqual([result, words.system_resolution, groups[0]?.result], ["UNKNOWN", name, "UNKNOWN"]);
    }
  });
});
