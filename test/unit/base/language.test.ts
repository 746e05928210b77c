import assert from "node:assert/strict";
import * as l10n from "@vscode/l10n";
import {
  ago,
  counted,
  inDate,
  inDigits,
  inFull,
  inShort,
  joined,
  useLanguage,
} from "../../../src/base/language";

/** @returns the forms of "{0} folder" for these counts */
const folders = (counts: readonly number[]): string[] =>
  counts.map((count) => counted(l10n.t("{0} folder|{0} folders"), count));

describe("the language of texts", () => {
  afterEach(() => useLanguage("en", undefined));

  it("is English without a translation, numbers and plurals included", () => {
    useLanguage("ru", undefined);
    assert.equal(l10n.t("Sign in to {0}.", "oz.example.com"), "Sign in to oz.example.com.");
    assert.deepEqual(folders([0, 1, 2, 21, 1001]), [
      "0 folders",
      "1 folder",
      "2 folders",
      "21 folders",
      "1,001 folders",
    ]);
  });

  it("is the display language if there is a translation, and English where that lacks a text", () => {
    useLanguage("es", { "Sign in to {0}.": "Inicia sesión en {0}." });
    assert.equal(l10n.t("Sign in to {0}.", "oz.example.com"), "Inicia sesión en oz.example.com.");
    assert.equal(l10n.t("Sign out."), "Sign out.");
  });

  it("has three forms in Russian, and writes large numbers its own way", () => {
    useLanguage("ru", { "{0} folder|{0} folders": "{0} папка|{0} папки|{0} папок" });
    assert.deepEqual(folders([0, 1, 2, 5, 11, 21, 104, 12_345]), [
      "0 папок",
      "1 папка",
      "2 папки",
      "5 папок",
      "11 папок",
      "21 папка",
      "104 папки",
      "12\u00a0345 папок",
    ]);
  });

  it("counts nothing as one in Portuguese, and takes the last form where a language has more", () => {
    useLanguage("pt-br", { "{0} folder|{0} folders": "{0} pasta|{0} pastas" });
    assert.deepEqual(folders([0, 1, 2, 1_000_000]), ["0 pasta", "1 pasta", "2 pastas", "1.000.000 pastas"]);
  });

  it("takes what it fills in as it is", () => {
    const words = counted(l10n.t("{0} folder of {1}|{0} folders of {1}, {2}"), 2, "a|b {2}", "{1}");
    assert.equal(words, "2 folders of a|b {2}, {1}");
    assert.equal(l10n.t("{0} and {1}", "{1}", "{0}"), "{1} and {0}");
  });

  it("says how long ago something was", () => {
    assert.deepEqual([ago(1, "day"), ago(4, "minute")], ["1 day ago", "4 minutes ago"]);
    useLanguage("ru", { "Sign out.": "Выйти." });
    assert.deepEqual([ago(1, "hour"), ago(4, "minute")], ["1 час назад", "4 минуты назад"]);
  });

  it("writes times with their unit, in full and in short", () => {
    const times = (): string[] => [
      inFull(1, "minute"),
      inFull(4, "second"),
      inShort(4, "minute"),
      inShort(3, "day"),
    ];
    assert.deepEqual(times(), ["1 minute", "4 seconds", "4m", "3d"]);
    useLanguage("es", {});
    assert.deepEqual(times(), ["1 minuto", "4 segundos", "4min", "3d"]);
  });

  it("joins words, in English without a comma before the last", () => {
    const lists = (): string[] => [[], ["a"], ["a", "b"], ["a", "b", "c"]].map(joined);
    assert.deepEqual(lists(), ["", "a", "a and b", "a, b and c"]);
    useLanguage("es", {});
    assert.deepEqual(lists(), ["", "a", "a y b", "a, b y c"]);
  });

  it("writes dates its own way, in English as JSON does", () => {
    const moment = Date.UTC(2026, 10, 3, 23, 59);
    assert.equal(inDate(moment), "2026-11-03");
    useLanguage("ru", {});
    assert.equal(inDate(moment), "03.11.2026");
    useLanguage("pt-br", {});
    assert.equal(inDate(moment), "03/11/2026");
  });

  it("writes numbers below 1,000 without separators", () => {
    assert.deepEqual([0, 999, 1000, 1_234_567].map(inDigits), ["0", "999", "1,000", "1,234,567"]);
  });
});
