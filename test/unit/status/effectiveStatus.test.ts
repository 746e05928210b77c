import assert from "node:assert/strict";
import fc from "fast-check";
import { compareUrgency, needsAttention, outcome } from "../../../src/status/effectiveStatus";
import type { FolderResolution } from "../../../src/status/resolution";
import { resolveFolder } from "../../../src/status/resolveFolder";
import { KNOWN_STATUSES } from "../../../src/status/status";

/** A folder with these statuses and nothing else. */
const folderWith = (status: string, result?: string): FolderResolution =>
  resolveFolder({ resolution_status: status, system_resolution: result ?? status });

const status = fc.constantFrom(...KNOWN_STATUSES, "SOMETHING_NEW");

describe("urgency of a folder", () => {
  it("puts errors first, then folders that wait for a person, running ones and successes", () => {
    const statuses = ["SUCCESS", "PROCESSING", "DECLINED", "OPERATOR_REQUIRED", "INITIAL", "FAILED"];
    const ordered = statuses.map((one) => folderWith(one)).sort(compareUrgency);
    assert.deepEqual(
      ordered.map(({ result }) => result),
      ["FAILED", "DECLINED", "OPERATOR_REQUIRED", "INITIAL", "PROCESSING", "SUCCESS"],
    );
  });

  it("goes by an operator's decision if the system left it to one", () => {
    const decided = ["SUCCESS", "DECLINED"].map((operator_status) =>
      resolveFolder({ system_resolution: "OPERATOR_REQUIRED", operator_status }),
    );
    assert.deepEqual(decided.map(outcome), ["SUCCESS", "DECLINED"]);
    assert.deepEqual([...decided, folderWith("OPERATOR_REQUIRED")].sort(compareUrgency).map(outcome), [
      "DECLINED",
      "OPERATOR_REQUIRED",
      "SUCCESS",
    ]);
    const against = resolveFolder({ system_resolution: "SUCCESS", operator_status: "DECLINED" });
    assert.equal(outcome(against), "SUCCESS");
  });

  it("is transitive and antisymmetric", () => {
    fc.assert(
      fc.property(status, status, status, (a, b, c) => {
        const [one, two, three] = [folderWith(a), folderWith(b), folderWith(c)] as const;
        assert.equal(Math.sign(compareUrgency(one, two)), -Math.sign(compareUrgency(two, one)) + 0);
        if (compareUrgency(one, two) <= 0 && compareUrgency(two, three) <= 0)
          assert.ok(compareUrgency(one, three) <= 0);
      }),
    );
  });

  it("needs attention only if the folder ended without success", () => {
    for (const [result, expected] of [
      ["DECLINED", true],
      ["OPERATOR_REQUIRED", true],
      ["SUCCESS", false],
    ] as const) {
      assert.equal(needsAttention(folderWith("FINISHED", result)), expected, result);
      assert.equal(needsAttention(folderWith("PROCESSING", result)), false, `${result} while it runs`);
    }
    const decided = (operator_status: string): boolean =>
      needsAttention(resolveFolder({ system_resolution: "OPERATOR_REQUIRED", operator_status }));
    assert.deepEqual(["SUCCESS", "DECLINED", "OPERATOR_REQUIRED"].map(decided), [false, true, true]);
    assert.equal(needsAttention(folderWith("FAILED")), true);
    assert.equal(needsAttention(folderWith("INITIAL")), false);
  });
});
