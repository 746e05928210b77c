import assert from "node:assert/strict";
import { ExactNumber } from "../../../../src/base/exactNumber";
import { FolderStore } from "../../../../src/folders/store/folderStore";
import { FolderVersions } from "../../../../src/folders/store/folderVersions";
import { jsonVersions } from "../../../../src/views/json/jsonVersions";
import { folder, idOf, TestContext } from "../../folders/build";

const analysis = (id: unknown, state: string) => ({ analyse_id: id, state });

describe("jsonVersions", () => {
  const store = new FolderStore(new TestContext());
  const versions = new FolderVersions(store, () => 7);
  const see = (...analyses: unknown[]): void => store.current.applyFolders([folder(1, { analyses })]);
  see();
  see(analysis("a", "PROCESSING"), "no analysis");
  see(analysis("b", "PROCESSING"), analysis("a", "PROCESSING"));
  see(analysis("b", "FINISHED"), analysis("a", "PROCESSING"));
  see(analysis("b", "FINISHED"), analysis("a", "FINISHED"));
  store.current.applyFolders([folder(1, { analyses: [] })]);

  const seen = (analysisId?: string): unknown[] =>
    jsonVersions(versions, { folderId: idOf(1), analysisId }).map(({ version, at }) => [version, at]);

  it("are all versions of a folder", () => {
    assert.deepEqual(
      seen(),
      [1, 2, 3, 4, 5, 6].map((version) => [version, 7]),
    );
  });

  it("of an analysis are those in which it changed, with the numbers of the folder's", () => {
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

  it("of an analysis whose ID is a number are found by it", () => {
    const id = "9007199254740993";
    see(analysis(new ExactNumber(id), "PROCESSING"), analysis(9007199254740992, "FINISHED"));
    see(analysis(new ExactNumber(id), "FINISHED"), analysis(9007199254740992, "FINISHED"));
    assert.equal(seen(id).length, 2);
    assert.equal(seen("9007199254740992").length, 1);
  });
});
