import assert from "node:assert/strict";
import fc from "fast-check";

/** Reads the first numbers that a property is tried with. */
function numbers(): readonly number[] {
  const tried: number[] = [];
  fc.assert(
    fc.property(fc.nat(), (number) => {
      tried.push(number);
    }),
  );
  return tried;
}

describe("the seed of the property tests", () => {
  it("makes every run try the same values", () => {
    assert.ok(fc.readConfigureGlobal().seed !== undefined, "see seed.ts");
    assert.deepEqual(numbers(), numbers());
  });
});
