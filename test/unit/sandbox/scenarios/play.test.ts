import assert from "node:assert/strict";
import { type Played, play, playToTheEnd } from "../../../../src/sandbox/scenarios/play";
import { analysis, group, type Scenario } from "../../../../src/sandbox/scenarios/scenario";

/** Liveness from 2 to 6 s, face match from 2 to 7 s. */
const first = group(2, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "DECLINED", 5));
const PLAIN: Scenario = { name: "a", description: "A.", groups: [first] };

/** The folder's status and result, and the time of its last change in milliseconds. */
const at = (scenario: Scenario, elapsed: number): unknown[] => shown(play(scenario, elapsed));
const shown = ({ status, result, updated }: Played): unknown[] => [status, result, updated];

describe("a played scenario", () => {
  it("says PROCESSING until its lag has passed, and changes once more then", () => {
    const lagging = { ...PLAIN, lag: 3 };
    assert.deepEqual(at(PLAIN, 7000), ["FINISHED", "DECLINED", 7000]);
    assert.deepEqual(at(lagging, 1999), ["INITIAL", "INITIAL", 340]);
    assert.deepEqual(at(lagging, 6999), ["PROCESSING", "PROCESSING", 6000]);
    assert.deepEqual(at(lagging, 7000), ["PROCESSING", "PROCESSING", 7000]);
    assert.deepEqual(
      play(lagging, 7000).analyses.map(({ outcome }) => outcome),
      ["SUCCESS", "DECLINED"],
    );
    assert.deepEqual(at(lagging, 9999), ["PROCESSING", "PROCESSING", 7000]);
    assert.deepEqual(at(lagging, 10_000), ["FINISHED", "DECLINED", 10_000]);
    assert.deepEqual(shown(playToTheEnd(lagging)), ["FINISHED", "DECLINED", 10_000]);
  });

  it("writes its overrides only after its lag", () => {
    const overridden = { ...PLAIN, lag: 3, overrides: { system_resolution: null } };
    assert.deepEqual(at(overridden, 9999), ["PROCESSING", "PROCESSING", 7000]);
    assert.deepEqual(at(overridden, 10_000), ["FINISHED", null, 10_000]);
  });

  it("does not lag while an analysis is running, even one that never ends", () => {
    const endless = { ...PLAIN, groups: [group(2, analysis("QUALITY", "PROCESSING", 0))], lag: 3 };
    assert.deepEqual(at(endless, 3000), ["PROCESSING", "PROCESSING", 2000]);
    assert.deepEqual(at(endless, 60_000), ["PROCESSING", "PROCESSING", 2000]);
    assert.deepEqual(at({ ...PLAIN, groups: [], lag: 3 }, 60_000), ["INITIAL", "INITIAL", 340]);
  });

  it("keeps the result of the group that finished last while others run, if it says so", () => {
    const again = group(20, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "SUCCESS", 6));
    const keeping = { ...PLAIN, groups: [first, again], keepsResult: true };
    assert.deepEqual(at(keeping, 6500), ["PROCESSING", "PROCESSING", 6000]);
    assert.deepEqual(at(keeping, 20_000), ["PROCESSING", "DECLINED", 20_000]);
    assert.deepEqual(at(keeping, 25_999), ["PROCESSING", "DECLINED", 24_000]);
    assert.deepEqual(at(keeping, 26_000), ["FINISHED", "SUCCESS", 26_000]);
    assert.deepEqual(at({ ...keeping, keepsResult: false }, 20_000), ["PROCESSING", "PROCESSING", 20_000]);
  });

  it("has INITIAL analyses while they are queued", () => {
    const queued = { ...PLAIN, queue: 1 };
    const seen = [1999, 2000, 2999, 3000, 6000, 7000].map((elapsed) => {
      const { analyses } = play(queued, elapsed);
      return [elapsed, ...analyses.map(({ outcome, updated }) => `${outcome} ${updated}`)];
    });
    assert.deepEqual(seen, [
      [1999],
      [2000, "INITIAL 2000", "INITIAL 2000"],
      [2999, "INITIAL 2000", "INITIAL 2000"],
      [3000, "PROCESSING 3000", "PROCESSING 3000"],
      [6000, "SUCCESS 6000", "PROCESSING 3000"],
      [7000, "SUCCESS 6000", "DECLINED 7000"],
    ]);
    assert.deepEqual(at(queued, 2000), ["PROCESSING", "PROCESSING", 2000]);
    assert.deepEqual(at(queued, 3000), ["PROCESSING", "PROCESSING", 3000]);
  });
});
