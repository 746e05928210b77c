import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { exportMessages, sources } from "../l10n/messages";

describe("the texts that translators get", () => {
  let messages: ReadonlyMap<string, string>;
  before(async () => {
    messages = await exportMessages();
  });

  it("are all that the code translates", () => {
    // A line break may stand between the parts of a call.
    const calls = sources().flatMap((file) => [
      ...readFileSync(file, "utf8").matchAll(
        /\bl10n\.t\(\s*(?:\{\s*message:\s*)?("(?:[^"\\]|\\.)*"|'[^']*')/g,
      ),
    ]);
    const written = calls.map(([, literal = ""]) => textOf(literal));
    assert.ok(written.length > 0);
    const exported = new Set(messages.values());
    assert.deepEqual(
      written.filter((text) => !exported.has(text)),
      [],
    );
  });

  it("number their places from {0} up, where {0} may only be a count", () => {
    const forms = countedForms();
    for (const text of messages.values()) {
      const places = [...text.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
      // A message that goes with a number need not show it.
      const names = [...new Set(forms.has(text) ? ["0", ...places] : places)].sort();
      assert.deepEqual(
        names,
        names.map((_, index) => String(index)),
        text,
      );
    }
  });

  it("have two forms exactly where they are counted", () => {
    const forms = countedForms();
    for (const text of messages.values()) {
      const parts = text.split("|");
      assert.equal(parts.length, forms.has(text) ? 2 : 1, text);
    }
  });
});

/** @returns the messages that go with a number */
function countedForms(): ReadonlySet<string> {
  const counted = sources().flatMap((file) => [
    ...readFileSync(file, "utf8").matchAll(
      /\bcounted\(\s*l10n\.t\(\s*(?:\{\s*message:\s*)?("(?:[^"\\]|\\.)*")/g,
    ),
  ]);
  return new Set(counted.map(([, literal = ""]) => textOf(literal)));
}

/** @returns the text of a literal in quotes */
function textOf(literal: string): string {
  return literal.startsWith('"') ? (JSON.parse(literal) as string) : literal.slice(1, -1);
}
