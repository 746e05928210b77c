import assert from "node:assert/strict";
import { findLoaded } from "../../../../src/folders/search/findLoaded";
import { FolderStore } from "../../../../src/folders/store/folderStore";
import { folder, idOf, TestContext } from "../build";

const analysisId = "1f0c2e4a-93b7-4d1e-8a55-0c9d2b7e6f31";

describe("findLoaded", () => {
  const store = new FolderStore(new TestContext());
  store.current.applyFolders([folder(1)]);
  store.current.applyFolders([
    folder(2, {
      analyses: [
        { analysis_id: "a", analysis_group_id: "g1" },
        { analyse_id: analysisId.toUpperCase(), analysis_group_id: "g2", type: "BIOMETRY" },
      ],
    }),
  ]);

  it("finds folders and analyses by ID, ignoring case", () => {
    assert.deepEqual(findLoaded(store, idOf(1)), { folder: store.current.get(idOf(1)), analysis: undefined });
    const known = findLoaded(store, analysisId);
    assert.deepEqual([known?.folder.id, known?.analysis?.type], [idOf(2), "BIOMETRY"]);
  });

  it("finds no ID that is not loaded", () => assert.equal(findLoaded(store, idOf(3)), undefined));
});
