import assert from "node:assert/strict";
import fc from "fast-check";
import { withKeys } from "../../../../src/views/tree/childRows";
import { anyId } from "../../status/arbitrary";

const keysOf = (ids: readonly (string | undefined)[]): string[] =>
  withKeys(ids.map((id) => ({ id }))).map(([key]) => key);

describe("withKeys", () => {
  it("gives unique keys without slashes", () => {
    fc.assert(
      fc.property(fc.array(fc.option(anyId, { nil: undefined })), (ids) => {
        const keys = keysOf(ids);
        assert.equal(new Set(keys).size, ids.length);
        for (const key of keys) assert.doesNotMatch(key, /\//);
        assert.deepEqual(keysOf(ids), keys);
      }),
    );
  });

  it("keeps an item's key when others come and go, unless they have the same ID", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyId), fc.uniqueArray(anyId), (before, after) => {
        const keys = new Map(before.map((id, index) => [id, keysOf(before)[index]]));
        for (const [index, key] of keysOf(after).entries()) {
          const id = after[index]!;
          if (keys.has(id)) assert.equal(key, keys.get(id));
        }
      }),
    );
  });

  it("keeps UUIDs, numbers repeated IDs, and mistakes no ID for a number or a missing ID", () => {
    const uuid = "7e7e7e7e-0000-4000-8000-000000000001";
    assert.deepEqual(keysOf([uuid, undefined, uuid, undefined, `${uuid}~2`, "#"]), [
      uuid,
      "#",
      `${uuid}~2`,
      "#~2",
      `${uuid}%007e2`,
      "%0023",
    ]);
  });

  it("gives short but unique keys for long IDs", () => {
    const long = "/".repeat(100_000);
    const keys = keysOf([long, `${long}x`]);
    assert.equal(new Set(keys).size, 2);
    for (const key of keys) assert.ok(key.length < 1000);
  });
});
