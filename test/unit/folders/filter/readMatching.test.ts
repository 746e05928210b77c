import assert from "node:assert/strict";
import { MAX_READ_FOLDERS } from "../../../../src/base/limits";
import { readMatching, type MatchingRead } from "../../../../src/folders/filter/readMatching";
import type { PageRequest } from "../../../../src/oz/api/folderRequests";
import type { FolderPage } from "../../../../src/oz/model/folder";
import { TestClock } from "../../testClock";
import { down, page } from "../build";

/** Reads from a fake server. @returns the numbers of the folders */
function read(readPage: (request: PageRequest) => FolderPage): Promise<MatchingRead<number>> {
  const { signal } = new AbortController();
  const reader = { shown: signal, readPage: (request: PageRequest) => Promise.resolve(readPage(request)) };
  return readMatching(
    reader,
    {},
    { clock: new TestClock(), cancel: signal, take: ({ createdAt = 0 }) => createdAt / 1000 },
  );
}

/** A server's list with so many folders. */
const listOf =
  (count: number) =>
  ({ offset, limit }: PageRequest): FolderPage =>
    page(down(count, 1).slice(offset, offset + limit), count, offset);

describe("readMatching", () => {
  it("reads a list that is just as long as allowed to its end", async () => {
    const found = await read(listOf(MAX_READ_FOLDERS));
    assert.deepEqual([found.items.length, found.checked, found.reachedEnd], [10_000, 10_000, true]);
  });

  it("reads no more than allowed, the newest ones, and does not say that it read all", async () => {
    const found = await read(listOf(MAX_READ_FOLDERS + 1));
    assert.deepEqual(found.items, down(10_001, 2));
    assert.deepEqual([found.checked, found.reachedEnd, found.total], [10_000, false, 10_001]);
    assert.equal(found.checkedBackTo, 2000);
  });

  it("sorts folders that come in another order, each once", async () => {
    const found = await read(() => page([3, 1, 4, 1, 5], 5));
    assert.deepEqual(found.items, [5, 4, 3, 1]);
  });

  it("ends without a claim at a server that sends the same page again and again", async () => {
    const found = await read(({ offset }) => page(down(100, 1), 1000, offset));
    assert.deepEqual([found.items.length, found.reachedEnd], [100, false]);
  });

  it("says that entries cannot be read as folders", async () => {
    const found = await read(() => ({ ...page([2, 1]), skipped: 1 }));
    assert.deepEqual([found.items, found.reachedEnd, found.hasUnreadable], [[2, 1], true, true]);
  });

  it("misses no folder when others leave the list while it is read", async () => {
    const left = down(300, 1);
    const found = await read(({ offset, limit }) => {
      const sent = page(left.slice(offset, offset + limit), left.length, offset);
      left.splice(0, 10);
      return sent;
    });
    assert.deepEqual(
      left.filter((number) => !found.items.includes(number)),
      [],
    );
    assert.ok(left.length < 300);
  });
});
