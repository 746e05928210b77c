import assert from "node:assert/strict";
import { idItems } from "../../../../src/commands/target/idItems";
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
});
