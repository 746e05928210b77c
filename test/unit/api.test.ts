import assert from "node:assert/strict";
import fc from "fast-check";
import { createApi, type FolderChange, type OzInspectorApi } from "../../src/api";
import { FolderStore } from "../../src/folders/store/folderStore";
import { finishedFolder, idOf, page, TestContext } from "./folders/build";

/** Every object and function in a value, itself included. */
function partsOf(value: unknown): readonly object[] {
  const isPart = (typeof value === "object" && value !== null) || typeof value === "function";
  return isPart ? [value, ...Object.values(value).flatMap(partsOf)] : [];
}

describe("the exported API, used by a hostile extension", () => {
  let store: FolderStore;
  let api: OzInspectorApi;
  beforeEach(() => {
    store = new FolderStore(new TestContext());
    store.show("a");
    const timeLimits = () => ({ now: 0, processingLimit: 0, usualTime: undefined });
    api = createApi(store, { timeLimits, extendMarkdownIt: (markdown) => markdown }, []);
    load("SUCCESS");
  });

  const id = idOf(7);
  const load = (result: string): void =>
    store.current.applyPage({ ...page([7], 1), folders: [finishedFolder(7, result)] });

  it("cannot be changed for others", () => {
    for (const part of partsOf(api)) assert.ok(Object.isFrozen(part));
    assert.throws(() => Object.assign(api, { getFolder: () => undefined }), TypeError);
    assert.ok(api.getFolder(id));
  });

  it("gives each caller a copy of its own", () => {
    const before = JSON.stringify(api.getFolder(id));
    for (const part of partsOf(api.getFolder(id)))
      for (const name of Object.keys(part)) Reflect.set(part, name, "mine");
    assert.equal(JSON.stringify(api.getFolder(id)), before);
    const json = { analyses: [{ state: "FINISHED" }] };
    for (const part of partsOf(api.resolveFolder(json))) assert.ok(!partsOf(json).includes(part));
  });

  it("tells all listeners the same: none can change what the next one gets", () => {
    const seen: FolderChange[] = [];
    api.onDidChangeFolder((change) => {
      for (const part of partsOf(change))
        for (const name of Object.keys(part)) Reflect.set(part, name, "mine");
    });
    api.onDidChangeFolder((change) => seen.push(change));
    load("DECLINED");
    assert.deepEqual(seen, [{ id, resolution: api.getFolder(id) }]);
    assert.equal(seen[0]?.resolution?.result, "DECLINED");
    for (const part of partsOf(seen)) if (part !== seen) assert.ok(Object.isFrozen(part));
  });

  it("takes anything as an ID, and reads no member of it", () => {
    const anyId = fc.anything({ withBigInt: true, withBoxedValues: true, withNullPrototype: true });
    fc.assert(fc.property(anyId, (value) => assert.equal(api.getFolder(value as string), undefined)));
    const unreadable = new Proxy(
      {},
      new Proxy({}, { get: (_, trap): never => assert.fail(`asked: ${String(trap)}`) }),
    );
    assert.equal(api.getFolder(unreadable as string), undefined);
    assert.equal(api.getFolder(id.repeat(1_000_000)), undefined);
    assert.ok(api.getFolder(` {${id.toUpperCase()}}`));
  });
});
