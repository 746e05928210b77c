import assert from "node:assert/strict";
import { labelOf } from "./server";
import { useStage } from "./stage";
import { hasResult, type TreeRow } from "./workbench/treeRow";

describe("a list refreshed 100 times", () => {
  const stage = useStage({}, () => ({ folders: 500 }));

  it("keeps expansion, selection and scroll position, and never loses a row", async () => {
    const { sandbox, workbench, view } = stage;
    const rows = await view.tree.waitFor("folders", (seen) => seen.length > 10);
    const expanded = rows.find(({ expanded: state, level }) => level === 1 && state === false)!;
    await view.tree.expand(expanded.label);
    await view.tree.click(rows[8]!.label);
    await view.tree.scrollBy(44);
    // A click on a folder expands it, too.
    const before = await view.tree.waitFor("the children of both folders", childrenAreShown);
    assert.ok(
      before.some(({ selected }) => selected),
      "and the selected row",
    );

    const lowest = await view.tree.lowestRowCount();
    const changing = await sandbox.idAt(3);
    for (let count = 0; count < 100; count++) {
      if (count % 10 === 0) sandbox.analyseAgain(changing);
      await workbench.extensionHost.execute("ozInspector.refresh");
    }
    const changed = labelOf(changing);
    const after = await view.tree.waitFor("the change", (seen) =>
      seen.some((row) => row.label === changed && hasResult("Processing")(row)),
    );
    const steady = (seen: readonly TreeRow[]) =>
      seen.map(({ label, level, expanded: state, selected }) => ({ label, level, state, selected }));
    assert.deepEqual(steady(after), steady(before));
    assert.equal(await lowest(), before.length, "no row disappeared in between");
  });
});

function childrenAreShown(rows: readonly TreeRow[]): boolean {
  const expanded = rows.flatMap((row, index) => (row.level === 1 && row.expanded === true ? [index] : []));
  return expanded.length > 0 && expanded.every((index) => rows[index + 1]?.level === 2);
}
