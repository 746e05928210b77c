import assert from "node:assert/strict";
import fc from "fast-check";
import type { FolderResolution } from "../../../src/status/resolution";
import { resolveFolder } from "../../../src/status/resolveFolder";
import { compareUrgency, needsAttention } from "../../../src/status/urgency";
import { STATUS_WORDS } from "../../../src/status/words";

/** A folder of which the server says this, and nothing else. */
const saying = (status: string, result?: string): FolderResolution =>
  resolveFolder({ resolution_status: status, system_resolution: result ?? status });

const word = fc.constantFrom(...STATUS_WORDS, "SOMETHING_NEW");

describe("urgency", () => {
  it("puts first what went wrong, then what waits for a person, what runs, and what is well", () => {
    const words = ["SUCCESS", "PROCESSING", "DECLINED", "OPERATOR_REQUIRED", "INITIAL", "FAILED"];
    const ordered = words.map((one) => saying(one)).sort(compareUrgency);
    assert.deepEqual(
      ordered.map(({ result }) => result),
      ["FAILED", "DECLINED", "OPERATOR_REQUIRED", "INITIAL", "PROCESSING", "SUCCESS"],
    );
  });

  it("is an order: no circles, and the same both ways", () => {
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        const [one, two, three] = [saying(a), saying(b), saying(c)] as const;
        assert.equal(Math.sign(compareUrgency(one, two)), -Math.sign(compareUrgency(two, one)) + 0);
        if (compareUrgency(one, two) <= 0 && compareUrgency(two, three) <= 0)
          assert.ok(compareUrgency(one, three) <= 0);
      }),
    );
  });

  it("asks for attention only for an end that is not well", () => {
    for (const [result, expected] of [
      ["DECLINED", true],
      ["OPERATOR_REQUIRED", true],
      ["SUCCESS", false],
    ] as const) {
      assert.equal(needsAttention(saying("FINISHED", result)), expected, result);
      assert.equal(needsAttention(saying("PROCESSING", result)), false, `${result} while it runs`);
    }
    assert.equal(needsAttention(saying("FAILED")), true);
    assert.equal(needsAttention(saying("INITIAL")), false);
  });
});
