import assert from "node:assert/strict";
import { FolderStore } from "../../../../src/folders/store/folderStore";
import { FolderVersions } from "../../../../src/folders/store/folderVersions";
import { jsonStates } from "../../../../src/views/json/jsonStates";
import { folder, idOf } from "../../folders/build";

const analysis = (id: string, state: string) => ({ analyse_id: id, state });

describe("jsonStates", () => {
  const store = new FolderStore();
  const states = new FolderVersions(store, () => 7);
  const see = (...analyses: unknown[]): void => store.current.applyFolders([folder(1, { analyses })]);
  see();
  see(analysis("a", "PROCESSING"), "no analysis");
  see(analysis("b", "PROCESSING"), analysis("a", "PROCESSING"));
  see(analysis("b", "FINISHED"), analysis("a", "PROCESSING"));
  see(analysis("b", "FINISHED"), analysis("a", "FINISHED"));
  store.current.applyFolders([folder(1, { analyses: null })]);

  const seen = (analysisId?: string): unknown[] =>
    jsonStates(states, { folderId: idOf(1), analysisId }).map(({ version, at }) => [version, at]);

  it("are all of a folder", () => {
    assert.deepEqual(
      seen(),
      [1, 2, 3, 4, 5, 6].map((version) => [version, 7]),
    );
  });

  it("are those in which an analysis was there and another than before, under the folder's numbers", () => {
    assert.deepEqual(seen("a"), [
      [2, 7],
      [5, 7],
    ]);
    assert.deepEqual(seen("b"), [
      [3, 7],
      [4, 7],
    ]);
    assert.deepEqual(seen("c"), []);
  });
});
