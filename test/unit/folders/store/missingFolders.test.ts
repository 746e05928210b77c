import assert from "node:assert/strict";
import { MAX_ASKED_FOLDERS } from "../../../../src/base/limits";
import { MissingFolders } from "../../../../src/folders/store/missingFolders";

describe("MissingFolders", () => {
  const others = Array.from({ length: MAX_ASKED_FOLDERS }, (_, number) => `other ${number}`);

  it("forgets the first of very many that were asked for and may be gone", () => {
    const missing = new MissingFolders();
    for (const id of ["first", ...others]) missing.add(id, 0);
    assert.equal(missing.ids.length, MAX_ASKED_FOLDERS);
    assert.ok(!missing.ids.includes("first"));
  });

  it("forgets the first of very many that are gone, and proves it again", () => {
    const missing = new MissingFolders();
    const prove = (id: string): boolean => [0, 10_000].map((now) => missing.add(id, now)).includes(true);
    assert.deepEqual([prove("first"), prove("first")], [true, false]);
    for (const id of others) prove(id);
    assert.deepEqual([prove(others[1]!), prove("first")], [false, true]);
  });
});
