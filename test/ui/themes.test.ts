import assert from "node:assert/strict";
import { useStage } from "./stage";
import { themes, type Theme } from "./workbench/theme";
import { hasResult } from "./workbench/treeRow";

describe("the tree in every kind of theme", () => {
  const stage = useStage();

  it("has an icon and a description in every row", async () => {
    const { workbench, view } = stage;
    const folders = await view.tree.waitFor("folders", (seen) => seen.length > 10);
    for (const word of ["Declined", "Processing, was"]) {
      await view.tree.expand(folders.find(hasResult(word))!.label);
    }
    for (const theme of Object.keys(themes) as Theme[]) {
      await workbench.changeTheme(theme);
      for (const row of await view.tree.rows())
        assert.ok(row.icon && row.description, `${theme}: ${row.label}`);
      await workbench.screenshot(`theme-${theme}`);
    }
  });
});
