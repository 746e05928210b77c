import assert from "node:assert/strict";
import fc from "fast-check";
import { numericId, readNumericId } from "../../../../src/sandbox/data/numericId";

const refs = fc.record(
  { live: fc.boolean(), index: fc.nat(2_000_000), ordinal: fc.nat(255) },
  { noNullPrototype: true },
);

describe("sandbox numeric IDs", () => {
  it("are whole numbers that decode to the analysis", () => {
    fc.assert(
      fc.property(refs, (ref) => {
        const id = numericId(ref, ref.ordinal);
        assert.ok(Number.isSafeInteger(id));
        assert.deepEqual(readNumericId(String(id)), { kind: "analysis", ...ref });
      }),
    );
  });

  it("are rejected if they are not written as digits, or too long to be exact", () => {
    for (const text of ["", "1.5", "-1", "1e3", "0x10", " 7", "7 ", "1".repeat(16)]) {
      assert.equal(readNumericId(text), undefined, text);
    }
  });
});
