import assert from "node:assert/strict";
import { isObject, member, textMember } from "../../../src/base/readJson";

describe("readJson", () => {
  it("reads an object's own members, never inherited ones", () => {
    assert.equal(member({ a: 1 }, "a"), 1);
    for (const name of ["constructor", "toString", "__proto__", "b"])
      assert.equal(member({ a: 1 }, name), undefined);
    assert.equal(member(JSON.parse('{"__proto__": 7}'), "__proto__"), 7);
  });

  it("finds no members in what is not an object", () => {
    for (const value of [undefined, null, 7, "length", [1, 2], true]) {
      assert.equal(isObject(value), false);
      assert.equal(member(value, "length"), undefined);
    }
  });

  it("reads the first non-empty string of several members", () => {
    assert.equal(textMember({ a: "x", b: "y" }, "a", "b"), "x");
    assert.equal(textMember({ a: 1, b: "", c: "c", d: "d" }, "a", "b", "missing", "c", "d"), "c");
    assert.equal(textMember({ a: "", b: "y" }, "a", "b"), "y");
    assert.equal(textMember({ a: 7, b: "y" }, "a", "b"), "y");
    assert.equal(textMember({ b: null }, "a", "b"), undefined);
    assert.equal(textMember("text", "a"), undefined);
  });
});
