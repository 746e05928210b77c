import assert from "node:assert/strict";
import { useLanguage } from "../../../src/base/language";
import { tellUnreadable } from "../../../src/views/unreadableNotice";
import { clearDesk, desk } from "../../standIn/desk";
import { TestMemory } from "../connections/stores";

/** Characters of a notice without buttons that VS Code shows before it is clicked. */
const SHOWN = 55;

/** What cannot be read, and what names it. */
const KINDS = [
  [["filters"], "filters"],
  [["connections"], "connections"],
  [["watchedFolders"], "watched folders"],
  [["connections", "filters"], "connections and filters"],
  [["connections", "watchedFolders", "filters"], "connections, watched folders and filters"],
] as const;

describe("the notice about what cannot be read", () => {
  beforeEach(clearDesk);
  afterEach(() => useLanguage("en", undefined));

  const told = (): readonly string[] => desk.seen.map(({ text }) => text);

  for (const [what, words] of KINDS) {
    it(`begins with a short sentence, and names the ${words}`, () => {
      tellUnreadable(what, new TestMemory());
      const text = told().join();
      assert.ok(text.indexOf(". ") < SHOWN, text);
      assert.ok(text.includes(` ${words}`), text);
    });

    it(`about ${words} is not told again when VS Code speaks another language`, () => {
      const memory = new TestMemory();
      tellUnreadable(what, memory);
      useLanguage("es", {
        "connections/In a list of what cannot be read": "conexiones",
        "watched folders/In a list of what cannot be read": "carpetas vigiladas",
        "filters/In a list of what cannot be read": "filtros",
      });
      tellUnreadable(what, memory);
      assert.equal(told().length, 1);
    });
  }
});
