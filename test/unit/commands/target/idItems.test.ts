import assert from "node:assert/strict";
import { MAX_LISTED_FOLDERS, MAX_SEARCHED_LENGTH } from "../../../../src/base/limits";
import { idItems, type Suggestion } from "../../../../src/commands/target/idItems";
import { ThemeIcon } from "../../../standIn/values";
import { down, folder, idOf } from "../../folders/build";
import { IDS } from "../fakeServer";
import { openWorld } from "../world";

describe("idItems", () => {
  it("says that nothing matches if only the excepted folder does", async () => {
    const { store } = (await openWorld()).folders;
    const labels = (except?: string): readonly string[] =>
      idItems(store, "order: 1", [], 0, except).map(({ label }) => label);
    assert.deepEqual(labels(), [IDS.F]);
    assert.deepEqual(labels(IDS.F), ["Not a complete ID, and no loaded folder matches."]);
  });

  it("says below the last one that more folders match than are listed", async () => {
    const { store } = (await openWorld()).folders;
    const labels = (): readonly string[] => idItems(store, "order: 7", [], 0).map(({ label }) => label);
    const numbers = down(MAX_LISTED_FOLDERS, 1);
    store.current.applyFolders(numbers.map((number) => folder(number, { meta_data: { order: 7 } })));
    assert.equal(labels().length, MAX_LISTED_FOLDERS);
    store.current.applyFolders([folder(MAX_LISTED_FOLDERS + 1, { meta_data: { order: 7 } })]);
    assert.equal(labels().length, MAX_LISTED_FOLDERS + 1);
    assert.equal(labels().at(-1), "More loaded folders match. Type more to find them.");
  });

  it("says below that metadata was not all searched", async () => {
    const { store } = (await openWorld()).folders;
    const labels = (typed: string): readonly string[] =>
      idItems(store, typed, [], 0).map(({ label }) => label);
    const text = `${"x".repeat(MAX_SEARCHED_LENGTH)}needle`;
    store.current.applyFolders([1, 2].map((number) => folder(number, { meta_data: { text } })));
    assert.deepEqual(labels("needle"), [
      "Not a complete ID, and no loaded folder matches.",
      "Not all metadata of 2 folders was searched. Filter by text to search all of it.",
    ]);
    assert.equal(labels("order: 1").length, 2);
    assert.deepEqual(labels(IDS.F.slice(0, 8)), [IDS.F], "it is an ID");
    const typed: Suggestion = { id: IDS.M, from: "typed", label: "Use this ID", icon: "search" };
    assert.deepEqual(
      idItems(store, IDS.M, [typed], 0).map(({ label }) => label),
      ["Use this ID"],
    );
    assert.equal(labels("").length, store.current.all.length);
  });

  it("tells of a typed ID what is known of its folder, and not that it was typed", async () => {
    const { store } = (await openWorld()).folders;
    const typed = (id: string): Suggestion => ({ id, from: "typed", label: "Use this ID", icon: "search" });
    const shown = (id: string): unknown =>
      idItems(store, id, [typed(id)], 0).map(({ label, description }) => [label, description]);
    store.current.applyFolders([folder(1, { system_resolution: "DECLINED", resolution_status: "FINISHED" })]);
    assert.deepEqual(shown(idOf(1)), [[idOf(1), "Declined · just now"]]);
    assert.deepEqual(shown(IDS.M), [["Use this ID", ""]]);
  });

  it("has icons that neither move nor claim a colour that VS Code does not show", async () => {
    const { store } = (await openWorld()).folders;
    const analyses = [{ analysis_id: "a", state: "PROCESSING" }];
    store.current.applyFolders([folder(1, { analyses, meta_data: { order: 7 } })]);
    const [item] = idItems(store, "order: 7", [], 0);
    assert.deepEqual(item?.iconPath, new ThemeIcon("sync"));
  });
});
