import assert from "node:assert/strict";
import fc from "fast-check";
import { Folders } from "../../../../src/folders/folders";
import { FolderStore } from "../../../../src/folders/store/folderStore";
import { FolderVersions } from "../../../../src/folders/store/folderVersions";
import { parseText } from "../../../../src/oz/http/jsonText";
import { readFolder } from "../../../../src/oz/model/folder";
import { TestMemory } from "../../connections/stores";
import { TestClock } from "../../testClock";
import { down, folder, idOf, page, TestContext } from "../build";

function observed(): {
  store: FolderStore;
  versions: FolderVersions;
  clock: TestClock;
  gone: (number: number) => void;
} {
  const context = new TestContext();
  const store = new FolderStore(context);
  const clock = new TestClock();
  const gone = (number: number): void => context.proveGone(store.current, number);
  return { store, clock, gone, versions: new FolderVersions(store, () => clock.now()) };
}

/** A version of a folder, with `n` for its data. */
const version = (number: number, n: number, more: object = {}) => folder(number, { n, ...more });

const numbersIn = (versions: FolderVersions, number: number): number[] =>
  versions.of(idOf(number)).map(({ version: one }) => one);

const dataIn = (versions: FolderVersions, number: number): unknown[] =>
  versions.of(idOf(number)).map(({ folder: { json } }) => json.n);

describe("FolderVersions", () => {
  it("keeps the versions of a folder, each with its number and when it was received", () => {
    const { store, versions, clock } = observed();
    const start = clock.now();
    store.current.applyPage(page([2, 1], 2));
    clock.advance(5000);
    store.current.applyFolders([version(1, 2)]);
    assert.deepEqual(
      versions.of(idOf(1)).map(({ version, at }) => [version, at - start]),
      [
        [1, 0],
        [2, 5000],
      ],
    );
    assert.equal(
      versions.of(idOf(1)).at(-1)?.folder,
      store.current.get(idOf(1)),
      "the last one is the folder in the store",
    );
    assert.deepEqual(numbersIn(versions, 2), [1]);
    assert.deepEqual(versions.of(idOf(3)), []);
  });

  it("ignores equal data, even of a folder that was removed in between", () => {
    const { store, versions, gone } = observed();
    store.current.applyFolders([version(1, 1)]);
    store.current.applyFolders([version(1, 2)]);
    store.current.applyFolders([version(1, 2)]);
    gone(1);
    assert.deepEqual(dataIn(versions, 1), [1, 2], "the versions of a removed folder can still be compared");
    store.current.applyFolders([version(1, 2)]);
    assert.deepEqual(dataIn(versions, 1), [1, 2]);
    store.current.applyFolders([version(1, 3)]);
    assert.deepEqual(numbersIn(versions, 1), [1, 2, 3]);
  });

  it("notices a change of the last digit of a number that JavaScript would change", () => {
    const { store, versions } = observed();
    const sent = ["9007199254740993", "9007199254740992", "9007199254740993", "9007199254740993"];
    for (const order of sent) {
      const { json } = parseText(`{"folder_id": "${idOf(1)}", "meta_data": {"order": ${order}}}`);
      store.current.applyFolders([readFolder(json)!]);
    }
    assert.deepEqual(numbersIn(versions, 1), [1, 2, 3]);
  });

  it("forgets a removed folder of which it has only one version", () => {
    const { store, versions, gone } = observed();
    store.current.applyFolders([version(1, 1), version(2, 1)]);
    store.current.applyFolders([version(2, 2)]);
    for (const number of [1, 2]) gone(number);
    assert.deepEqual([dataIn(versions, 1), dataIn(versions, 2)], [[], [1, 2]]);
  });

  it("keeps the last twenty versions of a folder, with their numbers", () => {
    const { store, versions } = observed();
    for (let n = 1; n <= 25; n += 1) store.current.applyFolders([version(1, n)]);
    assert.deepEqual(
      numbersIn(versions, 1),
      Array.from({ length: 20 }, (_, index) => index + 6),
    );
  });

  it("keeps a thousand versions besides those in the store, and forgets the oldest first", () => {
    const { store, versions } = observed();
    const change = (number: number): void => {
      for (let n = 1; n <= 20; n += 1) store.current.applyFolders([version(number, n)]);
    };
    for (const number of down(100, 1)) change(number);
    // Each has 19 that are not in the store; 52 × 19 = 988.
    assert.deepEqual([numbersIn(versions, 100), numbersIn(versions, 53)], [[20], [20]]);
    assert.deepEqual([numbersIn(versions, 52).length, numbersIn(versions, 1).length], [20, 20]);
    change(100);
    assert.deepEqual([numbersIn(versions, 52), numbersIn(versions, 100).length], [[20], 20]);
    assert.equal(numbersIn(versions, 100).at(-1), 40);
  });

  it("forgets the versions when another connection is shown", () => {
    const client = (): Promise<never> => Promise.reject(new Error("no server"));
    const folders = new Folders(client, new TestMemory(), new TestMemory(), new TestClock(), () => 0.5);
    const show = (shown: string): void => folders.show({ shown, signedIn: ["a", "b"], known: ["a", "b"] });
    show("a");
    folders.store.current.applyFolders([version(1, 1)]);
    folders.store.current.applyFolders([version(1, 2)]);
    show("b");
    assert.deepEqual(numbersIn(folders.versions, 1), []);
    show("a");
    assert.deepEqual(numbersIn(folders.versions, 1), [1], "counted from 1 again");
  });

  it("forgets folders that the store has trimmed, unless they have several versions", () => {
    const { store, versions } = observed();
    store.current.applyPage(page(down(1500, 1), 1500));
    store.current.applyFolders([version(1, 2)]);
    store.current.trim(0, (id) => id === idOf(2));
    assert.deepEqual(
      [numbersIn(versions, 1), numbersIn(versions, 2), numbersIn(versions, 1500)],
      [[1, 2], [1], []],
    );
  });

  it("numbers the versions of each folder in order, whatever is added and removed", () => {
    const step = fc.record({
      number: fc.integer({ min: 1, max: 3 }),
      n: fc.integer({ min: 1, max: 3 }),
      gone: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const { store, versions, gone } = observed();
        for (const { number, n, gone: isGone } of steps) {
          if (isGone) gone(number);
          else store.current.applyFolders([version(number, n)]);
          const numbers = numbersIn(versions, number);
          const first = numbers[0] ?? 1;
          assert.deepEqual(
            numbers,
            numbers.map((_, index) => first + index),
          );
          const data = dataIn(versions, number);
          assert.ok(data.every((one, index) => index === 0 || one !== data[index - 1]));
          assert.ok(numbers.length <= 20);
          if (!isGone) assert.equal(data.at(-1), n);
        }
      }),
    );
  });
});
