import assert from "node:assert/strict";
import fc from "fast-check";
import { IdCodec, type IdParts, readUuid } from "../../../../src/sandbox/data/idCodec";

const parts: fc.Arbitrary<IdParts> = fc.record(
  {
    kind: fc.constantFrom(
      ...(["folder", "analysis", "media", "group", "user", "company", "collection", "person"] as const),
    ),
    live: fc.boolean(),
    ordinal: fc.nat(255),
    index: fc.oneof(
      fc.nat(20),
      fc.nat(2_000_000),
      fc.nat(2 ** 31 - 1).map((n) => n + 2 ** 35),
    ),
  },
  { noNullPrototype: true },
);
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe("sandbox IDs", () => {
  it("are lower-case UUIDs of version 4 that decode to what they identify", () => {
    fc.assert(
      fc.property(seeds, parts, (seed, named) => {
        const ids = new IdCodec(seed);
        const id = ids.of(named.kind, named, named.ordinal);
        assert.match(id, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
        assert.deepEqual(ids.read(id), named);
        for (const written of [id.toUpperCase(), id.replaceAll("-", ""), `{${id}}`, `urn:uuid:${id}`]) {
          assert.deepEqual(ids.read(written), named, written);
          assert.equal(readUuid(written), id);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("are rejected if foreign, from another seed, or changed in one digit", () => {
    fc.assert(
      fc.property(
        parts,
        fc.uuid({ version: 4 }),
        fc.nat(35),
        fc.nat(15).map((digit) => digit.toString(16)),
        (named, foreign, at, digit) => {
          const ids = new IdCodec(7);
          assert.equal(ids.read(foreign), undefined);
          const id = new IdCodec(8).of(named.kind, named, named.ordinal);
          assert.equal(ids.read(id), undefined);
          const own = ids.of(named.kind, named, named.ordinal);
          assert.notEqual(own.slice(0, 13), id.slice(0, 13));
          const changed = own.slice(0, at) + digit + own.slice(at + 1);
          if (changed !== own) assert.equal(ids.read(changed), undefined);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("are rejected if they are not UUIDs", () => {
    for (const text of [
      "",
      "not-a-uuid",
      "7e7e7e7e00004000800000000000000",
      "7e7e7e7e-0000-4000-8000-00000000000g",
    ]) {
      assert.equal(readUuid(text), undefined);
      assert.equal(new IdCodec(1).read(text), undefined);
    }
  });

  it("rank folders in the order of their texts", () => {
    const ids = new IdCodec(3);
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const [a, b] = [ids.of("folder", one), ids.of("folder", other)];
        assert.equal(Math.sign(ids.rank(one) - ids.rank(other)), a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });
});
