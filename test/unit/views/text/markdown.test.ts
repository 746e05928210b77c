import assert from "node:assert/strict";
import fc from "fast-check";
import { code, escapeMarkdown, escapeSentence, literalMarkdown } from "../../../../src/views/text/markdown";

describe("literalMarkdown", () => {
  it("leaves ordinary sentences unchanged, in any script", () => {
    for (const text of [
      "Declined · 0.41, threshold 0.85",
      "Лицо не найдено.",
      "Отклонено: Liveness — проверка не пройдена («нет лица»)…",
      "“nenhum rosto”",
      "at 12:03:11 (group)",
      "Face match took 5 s, not 10 s.",
      "spoofing 97%, 97%. (97%)",
      "a well-known face, added 2026-11-23",
      "error 123456",
    ])
      assert.equal(literalMarkdown(text), text);
  });

  it("writes as code what a Markdown reader could interpret", () => {
    for (const text of ["evil.example", "https://evil", ":boom:", "a_b_c", "@all", "#1", "~x~"])
      assert.equal(literalMarkdown(text), `\`${text}\``);
  });

  it("writes as code what would begin a list, but not a number, a minus or a date", () => {
    for (const text of ["- x", "-", "1. x", "12) x", "1.", "7)"])
      assert.equal(literalMarkdown(text), `\`${text}\``);
    for (const text of [
      "-5, not 5",
      "0.41, threshold 0.85",
      "12:03:11",
      "2026-11-23",
      "x - 1. y",
      "97 (1) x",
    ])
      assert.equal(literalMarkdown(text), text);
  });

  it("writes as code what GitHub or GitLab could link, anywhere in a sentence", () => {
    const number = fc.integer({ min: 1, max: 99_999 });
    const name = fc.stringMatching(/^[a-z]{2,8}$/);
    const hash = fc.stringMatching(/^(?:[0-9a-f]{7,40}|[0-9A-F]{7,40}|[0-9]{7,40})$/);
    const prefix = fc.constantFrom("GH-", "gh-", "ABC-", "CVE-2021-", "A1B-", "T", "Ж-", "a--");
    const sigil = fc.constantFrom("#", "!", "%", "~", "&", "$", "@", "^alert#");
    const inProject = fc.constantFrom("#", "!", "%", "~", "&", "$", "@");
    const reference = fc.oneof(
      hash,
      fc.tuple(prefix, number).map((parts) => parts.join("")),
      fc.tuple(sigil, fc.oneof(number, name)).map((parts) => parts.join("")),
      name.map((text) => `%"${text}"`),
      fc.tuple(name, inProject, fc.oneof(number, hash)).map((parts) => parts.join("")),
      fc
        .tuple(name, fc.constant("/"), name, inProject, fc.oneof(number, hash))
        .map((parts) => parts.join("")),
      fc.tuple(hash, hash).map(([from, to]) => `${from}...${to}`),
    );
    const before = fc.constantFrom("", "Face match ", "97%, see ", "(", "well-known: ", "5 s · ");
    const after = fc.constantFrom("", " took 5 s", ".", ")", ", 97%", ": no face");
    fc.assert(
      fc.property(before, reference, after, (before, reference, after) => {
        const text = before + reference + after;
        assert.equal(literalMarkdown(text), `\`${text}\``);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a long sentence of ours", () => {
  const sentence = "word ".repeat(150).trim();

  it("stays whole, unlike a server's text", () => {
    assert.equal(escapeSentence(sentence), sentence);
    assert.ok(escapeMarkdown(sentence).length < 250);
    assert.ok(escapeSentence("x".repeat(100_000)).length <= 1000);
  });

  it("is literal up to the given limit", () => {
    assert.equal(literalMarkdown(sentence, 1000), sentence);
    assert.equal(literalMarkdown(`${sentence} a_b`, 1000), `\`${sentence} a_b\``);
    assert.equal(code(sentence, 1000), `\`${sentence}\``);
    assert.ok(code(sentence).length < 250);
  });
});
