import assert from "node:assert/strict";
import { hasEnded } from "../../../src/status/effectiveStatus";
import { resolveFolder } from "../../../src/status/resolveFolder";
import { analysis, finished, folder, group } from "./folderJson";

describe("status of a folder", () => {
  const cases: [string, object[], string][] = [
    ["no analyses", [], "INITIAL"],
    ["none has begun", [analysis("INITIAL"), analysis("INITIAL")], "INITIAL"],
    ["one has not begun, one is running", [analysis("INITIAL"), analysis("PROCESSING")], "PROCESSING"],
    ["one has not begun, one is done", [analysis("INITIAL"), finished("SUCCESS")], "PROCESSING"],
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

  it("is INITIAL if no analysis has begun", () => {
    const waiting = [...group("a", 100, analysis("INITIAL")), ...group("b", 200, analysis("INITIAL"))];
    const resolution = resolveFolder(folder(waiting));
    assert.deepEqual([resolution.result, resolution.settledResult], ["INITIAL", undefined]);
    assert.deepEqual([resolution.terminal, hasEnded(resolution)], [false, false]);
  });

  it("is of the group that changed last, which has finished only if all its analyses are terminal", () => {
    const done = group("a", 100, finished("SUCCESS"));
    const odd = group("b", 200, analysis("ARCHIVED"), finished("DECLINED"));
    const resolution = resolveFolder(folder([...odd, ...done]));
    assert.equal(resolution.deciding?.groupId, "b");
    assert.deepEqual(
      resolution.groups.map(({ updatedAt, finishedAt }) => [updatedAt, finishedAt]),
      [
        [100_000, 100_000],
        [200_000, undefined],
      ],
    );
  });

  it("is of a group that has finished at no known time if one of its analyses does not say when", () => {
    const timeless = finished("SUCCESS", { time_updated: null });
    const [resolved] = resolveFolder(folder(group("a", 100, finished("SUCCESS"), timeless))).groups;
    assert.deepEqual(
      [resolved?.terminal, resolved?.updatedAt, resolved?.finishedAt],
      [true, 100_000, undefined],
    );
  });

  it("is not computed from a list that is cut if the server gives a status", () => {
    const many = folder(Array<object>(501).fill(finished("SUCCESS")));
    assert.equal(resolveFolder(many).result, "UNKNOWN");
    assert.equal(resolveFolder({ ...many, resolution_status: "FINISHED" }).result, undefined);
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
    assert.deepEqual([resolution.result, resolution.resultMember], ["SUCCESS", "system_resolution"]);
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
    ["no analyses in the reply, a result alone", { system_resolution: "SUCCESS" }, true],
    ["no analyses in the reply, FAILED as a result alone", { system_resolution: "FAILED" }, true],
    ["no analyses in the reply, PROCESSING as a result alone", { system_resolution: "PROCESSING" }, false],
    ["none has begun", folder([analysis("INITIAL")]), false],
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

describe("an operator's decision", () => {
  const cases: [unknown, string | undefined][] = [
    ["SUCCESS", "SUCCESS"],
    [" declined ", "DECLINED"],
    ["OPERATOR_REQUIRED", undefined],
    ["PROCESSING", undefined],
    ["APPROVED", undefined],
    [null, undefined],
  ];
  for (const [operator_status, expected] of cases) {
    it(`${String(operator_status)}: ${String(expected)}`, () =>
      assert.equal(resolveFolder({ operator_status }).operatorDecision, expected));
  }

  const done = group("a", 100, finished("DECLINED"));

  it("counts only while nothing runs", () => {
    const decided = { operator_status: "SUCCESS" };
    assert.equal(resolveFolder(folder(done, decided)).operatorDecision, "SUCCESS");
    const again = [...done, ...group("b", 200, analysis("PROCESSING"))];
    assert.equal(resolveFolder(folder(again, decided)).operatorDecision, undefined);
  });

  it("does not count if it was made before the deciding group was posted", () => {
    // The group was posted 95 s after the epoch.
    const decision = (resolution_time: unknown): unknown =>
      resolveFolder(folder(done, { operator_status: "SUCCESS", resolution_time })).operatorDecision;
    assert.deepEqual([94, 95, 120, null].map(decision), [undefined, "SUCCESS", "SUCCESS", "SUCCESS"]);
    const timeless = folder([finished("DECLINED")], { operator_status: "SUCCESS", resolution_time: 1 });
    assert.equal(resolveFolder(timeless).operatorDecision, "SUCCESS");
  });
});

describe("settling", () => {
  // Changed 100 s after the epoch.
  const contradicted = folder(group("g", 100, finished("DECLINED")), {
    resolution_status: "PROCESSING",
    system_resolution: "SUCCESS",
    time_created: 90,
  });
  const settlingAt = (json: object, receivedAt: number): boolean => resolveFolder(json, receivedAt).settling;

  it("lasts for 30 s after the last change", () => {
    assert.equal(settlingAt(contradicted, 100_000), true);
    assert.equal(settlingAt(contradicted, 129_999), true);
    assert.equal(settlingAt(contradicted, 130_000), false);
  });

  it("counts from the latest of the folder's times and those of its analyses", () => {
    assert.equal(settlingAt({ ...contradicted, time_updated: 110 }, 135_000), true);
    assert.equal(settlingAt({ ...contradicted, time_created: 110 }, 135_000), true);
    assert.equal(settlingAt({ ...contradicted, time_updated: 70 }, 125_000), true);
    assert.equal(settlingAt(folder([finished("SUCCESS")], { system_resolution: "DECLINED" }), 1), false);
  });

  it("ends if the last change is far in the future of the server's clock", () => {
    assert.equal(settlingAt(contradicted, 70_001), true);
    assert.equal(settlingAt(contradicted, 70_000), false);
  });

  it("leaves out findings about what may not have been written yet, and only these", () => {
    const failed = group("g", 100, analysis("FAILED", "FAILED", { analysis_id: "a" }));
    const json = folder(failed, { resolution_status: "FINISHED", system_resolution: "SUCCESS" });
    const codes = (receivedAt: number): string[] =>
      resolveFolder(json, receivedAt).findings.map(({ code }) => code);
    assert.deepEqual(codes(110_000), ["analysisFailed"]);
    assert.deepEqual(codes(131_000), ["resultDiffers", "statusDiffers", "analysisFailed"]);
  });

  it("has not ended, though it is terminal", () => {
    const json = folder(group("g", 100, finished("DECLINED")), { system_resolution: "SUCCESS" });
    const [early, late] = [110_000, 131_000].map((receivedAt) => resolveFolder(json, receivedAt));
    assert.ok(early && late);
    assert.deepEqual([early.terminal, hasEnded(early)], [true, false]);
    assert.deepEqual([late.terminal, hasEnded(late)], [true, true]);
  });

  it("is only of a folder whose server contradicts its analyses", () => {
    const agreed = folder(group("g", 100, finished("DECLINED")), { system_resolution: "DECLINED" });
    assert.equal(settlingAt(agreed, 100_000), false);
    assert.equal(settlingAt({ system_resolution: "SUCCESS", time_updated: 100 }, 100_000), false);
    assert.equal(resolveFolder(contradicted).settling, false, "without a time of receipt");
  });
});
