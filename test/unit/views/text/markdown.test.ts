import assert from "node:assert/strict";
import { literalMarkdown } from "../../../../src/views/text/markdown";

describe("literalMarkdown", () => {
  it("leaves ordinary sentences unchanged, in any script", () => {
    for (const text of ["Declined · 0.41, threshold 0.85", "Лицо не найдено.", "at 12:03:11 (group)"])
      assert.equal(literalMarkdown(text), text);
  });

  it("writes as code what a Markdown reader could interpret", () => {
    for (const text of ["evil.example", "https://evil", ":boom:", "a_b_c", "@all", "#1", "~x~"])
      assert.equal(literalMarkdown(text), `\`${text}\``);
  });
});
