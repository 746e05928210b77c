import assert from "node:assert/strict";
import { tellUnreadable } from "../../../src/views/unreadableNotice";
import { clearDesk, desk } from "../../standIn/desk";
import { TestMemory } from "../connections/stores";

/** Characters of a notice without buttons that VS Code shows before it is clicked. */
const SHOWN = 55;

describe("the notice about what cannot be read", () => {
  beforeEach(clearDesk);

  for (const what of [
    ["filters"],
    ["connections"],
    ["watched folders"],
    ["connections", "filters"],
    ["connections", "watched folders", "filters"],
  ])
    it(`begins with a short sentence, and names the ${what.join(", ")}`, () => {
      tellUnreadable(what, new TestMemory());
      const text = desk.seen.map((seen) => seen.text).join();
      assert.ok(text.indexOf(". ") < SHOWN, text);
      for (const kind of what) assert.ok(text.includes(kind), text);
    });
});
