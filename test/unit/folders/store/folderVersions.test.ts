import assert from "node:assert/strict";
import fc from "fast-check";
import { Folders } from "../../../../src/folders/folders";
import { FolderStore } from "../../../../src/folders/store/folderStore";
import { FolderVersions } from "../../../../src/folders/store/folderVersions";
import { TestMemory } from "../../connections/stores";
import { TestClock } from "../../testClock";
import { down, folder, idOf, page } from "../build";

function observed(): { store: FolderStore; states: FolderVersions; clock: TestClock } {
  const store = new FolderStore();
  const clock = new TestClock();
  return { store, clock, states: new FolderVersions(store, () => clock.now()) };
}

/** The n-th state of a folder. */
const state = (number: number, n: number, more: object = {}) => folder(number, { n, ...more });

const versions = (states: FolderVersions, number: number): number[] =>
  states.of(idOf(number)).map(({ version }) => version);

const seen = (states: FolderVersions, number: number): unknown[] =>
  states.of(idOf(number)).map(({ folder: { json } }) => json.n);

describe("FolderVersions", () => {
  it("keeps what was seen of a folder, each with its number and the time at which it came", () => {
    const { store, states, clock } = observed();
    const start = clock.now();
    store.current.applyPage(page([2, 1], 2), undefined, 10);
    clock.advance(5000);
    store.current.applyFolders([state(1, 2)]);
    assert.deepEqual(
      states.of(idOf(1)).map(({ version, at }) => [version, at - start]),
      [
        [1, 0],
        [2, 5000],
      ],
    );
    assert.equal(
      states.of(idOf(1)).at(-1)?.folder,
      store.current.get(idOf(1)),
      "the present one is the store's own",
    );
    assert.deepEqual(versions(states, 2), [1]);
    assert.deepEqual(states.of(idOf(3)), []);
  });

  it("takes equal data for no state, also of a folder that was away", () => {
    const { store, states } = observed();
    store.current.applyFolders([state(1, 1)]);
    store.current.applyFolders([state(1, 2)]);
    store.current.applyFolders([state(1, 2)]);
    store.current.applyGone(idOf(1));
    assert.deepEqual(seen(states, 1), [1, 2], "what has gone can still be compared");
    store.current.applyFolders([state(1, 2)]);
    assert.deepEqual(seen(states, 1), [1, 2]);
    store.current.applyFolders([state(1, 3)]);
    assert.deepEqual(versions(states, 1), [1, 2, 3]);
  });

  it("lets a folder go with the store that it saw in one state only", () => {
    const { store, states } = observed();
    store.current.applyFolders([state(1, 1), state(2, 1)]);
    store.current.applyFolders([state(2, 2)]);
    for (const number of [1, 2]) store.current.applyGone(idOf(number));
    assert.deepEqual([seen(states, 1), seen(states, 2)], [[], [1, 2]]);
  });

  it("keeps the last twenty, by the numbers that they had", () => {
    const { store, states } = observed();
    for (let n = 1; n <= 25; n += 1) store.current.applyFolders([state(1, n)]);
    assert.deepEqual(
      versions(states, 1),
      Array.from({ length: 20 }, (_, index) => index + 6),
    );
  });

  it("keeps a thousand beside those of the store: what came longest ago goes first", () => {
    const { store, states } = observed();
    const change = (number: number): void => {
      for (let n = 1; n <= 20; n += 1) store.current.applyFolders([state(number, n)]);
    };
    for (const number of down(100, 1)) change(number);
    // Each has nineteen that are not the store's: 52 times that are 988.
    assert.deepEqual([versions(states, 100), versions(states, 53)], [[20], [20]]);
    assert.deepEqual([versions(states, 52).length, versions(states, 1).length], [20, 20]);
    change(100);
    assert.deepEqual([versions(states, 52), versions(states, 100).length], [[20], 20]);
    assert.equal(versions(states, 100).at(-1), 40);
  });

  it("forgets the folders of the connection that was shown before", () => {
    const client = (): Promise<never> => Promise.reject(new Error("nobody asks"));
    const folders = new Folders(client, new TestMemory(), new TestClock());
    const show = (shown: string): void => folders.show({ shown, signedIn: ["a", "b"], known: ["a", "b"] });
    show("a");
    folders.store.current.applyFolders([state(1, 1)]);
    folders.store.current.applyFolders([state(1, 2)]);
    show("b");
    assert.deepEqual(versions(folders.versions, 1), []);
    show("a");
    assert.deepEqual(versions(folders.versions, 1), [1], "counted anew");
  });

  it("forgets what the store has forgotten when there is too much of it", () => {
    const { store, states } = observed();
    store.current.applyPage(page(down(1500, 1), 1500), undefined, 2000);
    store.current.applyFolders([state(1, 2)]);
    store.current.trim(0, (id) => id === idOf(2));
    assert.deepEqual([versions(states, 1), versions(states, 2), versions(states, 1500)], [[1, 2], [1], []]);
  });

  it("numbers the states of every folder in the order in which they came, whatever comes and goes", () => {
    const step = fc.record({
      number: fc.integer({ min: 1, max: 3 }),
      n: fc.integer({ min: 1, max: 3 }),
      gone: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const { store, states } = observed();
        for (const { number, n, gone } of steps) {
          if (gone) store.current.applyGone(idOf(number));
          else store.current.applyFolders([state(number, n)]);
          const numbers = versions(states, number);
          const first = numbers[0] ?? 1;
          assert.deepEqual(
            numbers,
            numbers.map((_, index) => first + index),
          );
          const data = seen(states, number);
          assert.ok(data.every((one, index) => index === 0 || one !== data[index - 1]));
          assert.ok(numbers.length <= 20);
          if (!gone) assert.equal(data.at(-1), n);
        }
      }),
    );
  });
});
