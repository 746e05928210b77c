import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { MAX_DEPTH } from "../../../../src/base/limits";
import { jsonExtent } from "../../../../src/oz/http/jsonExtent";
import { cutDeep } from "../../../../src/oz/model/cutDeep";

/** @returns a list nested that deep in itself */
const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

describe("cutDeep", () => {
  it("replaces only what is too deep", () => {
    const value = { a: [{ b: 1 }, [{}, []]], c: "x", d: null };
    assert.equal(cutDeep(value, 3), 2);
    assert.deepEqual(value, { a: [{ b: 1 }, [null, null]], c: "x", d: null });
    assert.equal(cutDeep(value, 3), 0);
  });

  it("leaves a value that can be compared and stringified", () => {
    const [one, other] = [JSON.parse(nested(200_000)), JSON.parse(nested(200_000))] as [unknown, unknown];
    assert.ok(cutDeep(one, MAX_DEPTH) + cutDeep(other, MAX_DEPTH) === 2);
    assert.ok(isDeepStrictEqual(one, other));
    assert.equal(jsonExtent(JSON.stringify(one)).depth, MAX_DEPTH);
  });
});
