import assert from "node:assert/strict";
import fc from "fast-check";
import { RangeWithGaps } from "../../../../src/sandbox/data/rangeWithGaps";

describe("range with gaps", () => {
  it("behaves like a list without the gaps", () => {
    fc.assert(
      fc.property(fc.nat(50), fc.uniqueArray(fc.nat(49)), (total, numbers) => {
        const without = numbers.filter((number) => number < total).sort((a, b) => a - b);
        const left = Array.from({ length: total }, (_, i) => i).filter((i) => !without.includes(i));
        const rest = new RangeWithGaps(total, without);
        assert.equal(rest.count, left.length);
        assert.deepEqual(
          left.map((_, i) => rest.at(i)),
          left,
        );
        for (let number = 0; number <= total; number++) {
          if (number < total) assert.equal(rest.has(number), left.includes(number));
          assert.equal(rest.gapsBelow(number), without.filter((each) => each < number).length);
        }
      }),
    );
  });
});
