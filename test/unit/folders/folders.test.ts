import assert from "node:assert/strict";
import { Folders } from "../../../src/folders/folders";
import { TestMemory } from "../connections/stores";
import { TestClock } from "../testClock";
import { folder, idOf, page } from "./build";

describe("Folders", () => {
  it("does not announce folders as removed or ended when their connection is left", () => {
    const client = (): Promise<never> => Promise.reject(new Error("no server"));
    const folders = new Folders(client, new TestMemory(), new TestMemory(), new TestClock(), () => 0.5);
    const show = (shown: string): void => folders.show({ shown, signedIn: ["a", "b"], known: ["a", "b"] });
    let ends = 0;
    folders.watches.onDidEnd(() => ends++);
    show("a");
    folders.store.current.applyFolders([
      folder(1, { analyses: [{ analysis_id: "a", state: "PROCESSING" }] }),
    ]);
    folders.watches.start(idOf(1));
    show("b");
    show("a");
    assert.deepEqual([ends, folders.watches.isGone(idOf(1)), folders.watches.ids], [0, false, [idOf(1)]]);
  });

  it("asks for an awaited folder that a page lacks, before it takes it as gone", async () => {
    const client = (): Promise<never> => Promise.reject(new Error("no server"));
    const clock = new TestClock();
    const folders = new Folders(client, new TestMemory(), new TestMemory(), clock, () => 0.5);
    folders.show({ shown: "a", signedIn: ["a"], known: ["a"] });
    const { current } = folders.store;
    current.applyPage(page([4, 3, 2, 1], 4));
    const wait = folders.awaited.until(idOf(3), 600_000, new AbortController().signal);
    clock.advance(120_000);
    current.applyPage(page([4, 1], 2));
    assert.deepEqual(
      [3, 2].map((number) => current.get(idOf(number)) !== undefined),
      [true, false],
    );
    assert.deepEqual(current.doubtedIds, [idOf(3)]);
    folders.dispose();
    assert.equal(await wait, "left");
  });

  it("forgets the watches and looked-up IDs of a connection that was removed, but not when it is signed out", () => {
    const memory = new TestMemory();
    const client = (): Promise<never> => Promise.reject(new Error("no server"));
    const folders = new Folders(client, memory, new TestMemory(), new TestClock(), () => 0.5);
    folders.show({ shown: "a", signedIn: ["a"], known: ["a"] });
    folders.watches.start(idOf(1));
    folders.recentLookUps.put("a", idOf(2));
    const saved = (): string => [...memory.values.values()].join();
    folders.show({ shown: undefined, signedIn: [], known: ["a"] });
    assert.ok([1, 2].every((number) => saved().includes(idOf(number))));
    folders.show({ shown: undefined, signedIn: [], known: [] });
    assert.ok(![1, 2].some((number) => saved().includes(idOf(number))));
  });
});
