import assert from "node:assert/strict";
import { ROW_WORDS } from "../../../../src/ids";
import { TreeNode } from "../../../../src/views/tree/treeNode";
import { ARGUMENTS } from "../../commands/arguments";
import { openWorld } from "../../commands/world";

describe("the rows", () => {
  const rows: TreeNode[] = [];
  before(async () => {
    for (const argument of Object.values(ARGUMENTS)) {
      const given = await argument(await openWorld());
      if (given instanceof TreeNode) rows.push(given);
    }
  });

  it("of every kind are in the table of commands", () => {
    const words = rows.flatMap((row) => row.item().contextValue?.split(" ") ?? []);
    assert.deepEqual([...new Set(words)].sort(), ROW_WORDS);
  });

  it("have an ID, an icon and a text for screen readers, and lie below their parent", () => {
    for (const row of rows) {
      const { id, iconPath, accessibilityInformation } = row.item();
      assert.equal(id, row.id);
      assert.ok(iconPath && accessibilityInformation?.label, row.id);
      if (row.parent) assert.ok(row.parent.children.includes(row), row.id);
    }
  });
});
