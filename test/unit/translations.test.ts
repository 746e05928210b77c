import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { exportMessages, sources } from "../l10n/messages";
import { readManifestTexts, readTranslations, type Translation } from "../l10n/translations";

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

/** What a translation keeps: code, icons, where links lead, names of members and of settings. */
const KEPT = /`[^`]*`|\$\([^)]*\)|\]\([^)]*\)|\b[a-z]+_[a-z_]+|\bozInspector\.[\w.]+/g;

describe("the translations", () => {
  let messages: ReadonlyMap<string, string>;
  before(async () => {
    messages = await exportMessages();
  });

  it("are Spanish, Brazilian Portuguese and Russian", () => {
    assert.deepEqual(
      readTranslations().map(({ language }) => language),
      ["es", "pt-br", "ru"],
    );
  });

  it("have no key twice, of which JSON would keep the last", () => {
    const files = readTranslations().flatMap(({ language }) => [
      `l10n/bundle.l10n.${language}.json`,
      `package.nls.${language}.json`,
    ]);
    for (const file of ["package.nls.json", ...files]) {
      const text = readFileSync(file, "utf8");
      assert.equal(text.match(/^ {2}"/gm)?.length, Object.keys(JSON.parse(text) as object).length, file);
    }
  });

  for (const translation of readTranslations())
    describe(`to ${translation.language}`, () => checkTexts(translation));

  function checkTexts({ language, bundle, manifest }: Translation): void {
    /** Each English text and its translation. */
    const pairs = (): readonly (readonly [english: string, own: string])[] =>
      [
        [messages, bundle] as const,
        [new Map(Object.entries(readManifestTexts())), manifest] as const,
      ].flatMap(([english, own]) => [...english].map(([key, text]) => [text, own[key] ?? ""] as const));

    it("have each text, and none that nothing needs", () => {
      assert.deepEqual(Object.keys(bundle).sort(), [...messages.keys()].sort());
      assert.deepEqual(Object.keys(manifest).sort(), Object.keys(readManifestTexts()).sort());
      for (const [english, own] of pairs()) assert.ok(own.trim() !== "", english);
    });

    it("have all forms of what is counted", () => {
      const rules = new Intl.PluralRules(language);
      const forms = new Set(Array.from({ length: 200 }, (_, count) => rules.select(count))).size;
      for (const [english, own] of pairs())
        assert.equal(own.split("|").length, english.includes("|") ? forms : 1, own);
    });

    it("keep what is filled in, in each form", () => {
      for (const [english, own] of pairs())
        for (const form of own.split("|")) assert.deepEqual(placesOf(form), placesOf(english), own);
    });

    it("keep code, icons, links and names", () => {
      for (const [english, own] of pairs())
        for (const form of own.split("|"))
          assert.deepEqual(keptOf(form), keptOf(english.split("|").at(-1)!), own);
    });

    it("ask for more where English does, and end sentences where it does", () => {
      for (const [english, own] of pairs())
        assert.equal(/(?:…|[.?:])?$/.exec(own)?.[0], /(?:…|[.?:])?$/.exec(english)?.[0], own);
    });
  }
});

function placesOf(text: string): readonly string[] {
  return [...new Set(text.match(/\{\d+\}/g))].sort();
}

function keptOf(text: string): readonly string[] {
  return [...text.matchAll(KEPT)].map(([part]) => part).sort();
}

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
