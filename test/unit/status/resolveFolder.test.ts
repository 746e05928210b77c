import assert from "node:assert/strict";
import { hasEnded } from "../../../src/status/effectiveStatus";
import { resolveFolder } from "../../../src/status/resolveFolder";
import { analysis, finished, folder, group } from "./folderJson";

describe("status of a folder", () => {
  const cases: [string, object[], string][] = [
    ["no analyses", [], "INITIAL"],
    ["one of two is running", [analysis("PROCESSING"), finished("SUCCESS")], "PROCESSING"],
    ["one runs, one failed", [analysis("PROCESSING"), analysis("FAILED")], "PROCESSING"],
    ["one of two failed", [analysis("FAILED"), finished("SUCCESS")], "FAILED"],
    ["all done", [finished("DECLINED"), finished("SUCCESS")], "FINISHED"],
    ["one has an unknown state", [analysis("ARCHIVED"), finished("SUCCESS")], "UNKNOWN"],
  ];
  for (const [name, analyses, expected] of cases) {
    it(`${name}: ${expected}`, () => assert.equal(resolveFolder(folder(analyses)).status, expected));
  }
});

describe("result of a folder", () => {
  it("is the result of the group that finished last, not the worst of all groups", () => {
    const first = group("a", 100, finished("DECLINED"), finished("SUCCESS"));
    const second = group("b", 200, finished("SUCCESS"));
    const resolution = resolveFolder(folder([...second, ...first]));
    assert.equal(resolution.result, "SUCCESS");
    assert.deepEqual(
      resolution.groups.map(({ id }) => id),
      ["a", "b"],
    );
    assert.equal(resolution.deciding?.groupId, "b");
    assert.equal(resolution.groups[0]?.finishedAt, 100_000);
  });

  it("is the result of the group that finished last, even if it was posted first", () => {
    const early = group("a", 100, finished("DECLINED", { time_updated: 300 }));
    const late = group("b", 200, finished("SUCCESS"));
    assert.equal(resolveFolder(folder([...early, ...late])).result, "DECLINED");
  });

  it("names the analyses that have it", () => {
    const bad = finished("DECLINED", { analysis_id: "bad" });
    const resolution = resolveFolder(folder(group("a", 100, finished("SUCCESS"), bad)));
    assert.deepEqual(resolution.deciding, { groupId: "a", analysisIds: ["bad"] });
  });

  it("names only analyses that have an ID", () => {
    const json = folder(group("a", 100, finished("DECLINED", { analysis_id: null })));
    assert.deepEqual(resolveFolder(json).deciding, { groupId: "a", analysisIds: [] });
  });

  it("is decided by the younger of two groups that finished together with equal results", () => {
    const [a, b] = [group("a", 100, finished("DECLINED")), group("b", 100, finished("DECLINED"))];
    assert.equal(resolveFolder(folder([...b, ...a])).deciding?.groupId, "b");
  });

  it("is the worse result of two groups that finished together", () => {
    const [a, b] = [group("a", 100, finished("DECLINED")), group("b", 100, finished("SUCCESS"))];
    assert.equal(resolveFolder(folder([...a, ...b])).result, "DECLINED");
    assert.equal(resolveFolder(folder([...b, ...a])).result, "DECLINED");
  });

  it("is PROCESSING while anything runs, with the last settled result beside it", () => {
    const settled = group("a", 100, finished("DECLINED"));
    const running = group("b", 200, analysis("PROCESSING"), finished("SUCCESS"));
    const resolution = resolveFolder(folder([...settled, ...running]));
    assert.deepEqual([resolution.result, resolution.settledResult], ["PROCESSING", "DECLINED"]);
    assert.equal(resolution.groups[1]?.finishedAt, undefined);
    assert.equal(resolveFolder(folder(settled)).settledResult, undefined);
  });

  it("is the server's if it gives one, with the computed result beside it", () => {
    const declined = group("a", 100, finished("DECLINED"));
    const resolution = resolveFolder(
      folder(declined, { resolution_status: "FINISHED", system_resolution: "SUCCESS" }),
    );
    assert.deepEqual([resolution.result, resolution.resultSource], ["SUCCESS", "server"]);
    assert.deepEqual(resolution.computed, { status: "FINISHED", result: "DECLINED" });
  });
});

describe("groups", () => {
  it("read their ID under any of three names", () => {
    const analyses = ["analysis_group_id", "analyse_group_id", "group_id"].map((name) =>
      finished("SUCCESS", { [name]: "g" }),
    );
    const { groups } = resolveFolder(folder(analyses));
    assert.deepEqual(
      groups.map(({ id, inferred, analyses: all }) => [id, inferred, all.length]),
      [["g", false, 3]],
    );
  });

  it("are inferred if the server names none: neighbours within a second belong together", () => {
    const times = [10, 10.9, 11.8, 12.9];
    const { groups } = resolveFolder(
      folder(times.map((time_created) => finished("SUCCESS", { time_created }))),
    );
    assert.deepEqual(
      groups.map(({ id, inferred, analyses }) => [id, inferred, analyses.length]),
      [
        ["inferred-1", true, 3],
        ["inferred-2", true, 1],
      ],
    );
  });

  it("are ordered by the creation of their first analysis", () => {
    const at = (group_id: string, time_created: number | null): object =>
      finished("SUCCESS", { group_id, time_created });
    const json = folder([at("b", 30), at("c", 20), at("a", null), at("b", null), at("b", 10)]);
    assert.deepEqual(
      resolveFolder(json).groups.map(({ id, createdAt }) => [id, createdAt]),
      [
        ["a", undefined],
        ["b", 10_000],
        ["c", 20_000],
      ],
    );
  });
});

describe("terminal", () => {
  const cases: [string, object, boolean][] = [
    ["no analyses", folder([], { resolution_status: "INITIAL" }), false],
    ["one is running", folder([analysis("PROCESSING"), finished("SUCCESS")]), false],
    ["all finished or failed", folder([analysis("FAILED"), finished("SUCCESS")]), true],
    ["an operator is required", folder([finished("OPERATOR_REQUIRED")]), true],
    ["an unknown state", folder([analysis("ARCHIVED")]), false],
    ["no analyses in the reply, FINISHED", { resolution_status: "FINISHED" }, true],
    ["no analyses in the reply, FAILED", { resolution_status: "FAILED" }, true],
    ["no analyses in the reply, PROCESSING", { resolution_status: "PROCESSING" }, false],
    ["no analyses in the reply, an older server's DECLINED", { resolution_status: "DECLINED" }, true],
    ["an empty folder", {}, false],
  ];
  for (const [name, json, expected] of cases) {
    it(`${name}: ${String(expected)}`, () => assert.equal(resolveFolder(json).terminal, expected));
  }

  it("has not ended until the server has written the result", () => {
    const lagging = folder([finished("SUCCESS")], {
      resolution_status: "PROCESSING",
      system_resolution: "PROCESSING",
    });
    assert.deepEqual([resolveFolder(lagging).terminal, hasEnded(resolveFolder(lagging))], [true, false]);
    assert.equal(hasEnded(resolveFolder(folder([finished("SUCCESS")]))), true);
  });
});
