import assert from "node:assert/strict";
import fc from "fast-check";
import { UserError } from "../../../../src/commands/command";
import { metaDataText, parseMetaData } from "../../../../src/commands/filter/askMetaData";

describe("parseMetaData", () => {
  it("reads conditions, also with == and commas in values", () => {
    assert.deepEqual(parseMetaData(" order_id==42 && a.b == x == y , z"), [
      { key: "order_id", value: "42" },
      { key: "a.b", value: "x == y , z" },
    ]);
  });

  it("reads no conditions from a blank text", () => {
    assert.deepEqual(parseMetaData("  "), []);
  });

  for (const text of ["order_id", "== 42", "order_id ==", "a == 1 && "]) {
    it(`refuses "${text}" and shows how to write a condition`, () => {
      assert.throws(
        () => parseMetaData(text),
        (error) => error instanceof UserError && error.message.startsWith("Enter a condition like"),
      );
    });
  }

  it("reads what metaDataText writes", () => {
    const word = fc.stringMatching(/^[a-z.]{1,5}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word).map(([key, value]) => ({ key, value }))), (conditions) => {
        assert.deepEqual(parseMetaData(metaDataText(conditions)), conditions);
      }),
    );
  });
});
