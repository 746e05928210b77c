import assert from "node:assert/strict";
import fc from "fast-check";
import type { ExtensionContext } from "vscode";
import { systemClock } from "../../src/base/clock";
import { ConnectionList } from "../../src/connections/connectionList";
import type { SavedConnection } from "../../src/connections/savedConnection";
import { activate } from "../../src/extension";
import { SavedFilters } from "../../src/folders/filter/savedFilters";
import { RecentLookUps } from "../../src/folders/search/recentLookUps";
import { WatchMemory } from "../../src/folders/watch/watchMemory";
import { clearDesk, desk } from "../standIn/desk";
import { TestMemory, TestSecrets } from "./connections/stores";
import { idOf } from "./folders/build";
import { settle } from "./settle";
import { TestClock, useAsSystemClock } from "./testClock";

const CONNECTIONS = "ozInspector.connections";
const FILTERS = "ozInspector.filters";
const WATCHES = "ozInspector.watches";
const LOOK_UPS = "ozInspector.lookUps";

const OLD = "http://127.0.0.1:1";
const server = { kind: "server", id: "s", name: "Server", baseUrl: OLD, signedIn: true };
/** What a newer version might save: a kind, members and conditions that this one does not know. */
const newer = { kind: "cluster", id: "c", name: "Cluster", hosts: ["one", "two"] };
const newerFilter = { name: "mine", filter: { results: ["DECLINED"], reviewer: ["ann"] } };
const newerWatch = { group: "g", ended: false };

/** Every key, and the ones under which lists are saved by connection. */
const KEYS = [CONNECTIONS, FILTERS, WATCHES, LOOK_UPS, "ozInspector.watchTellers"];
const WINDOW_KEYS = ["ozInspector.activeConnection", "ozInspector.openedDocuments"];

const realClock = { ...systemClock };

describe("saved state that this version did not write", () => {
  let clock: TestClock;
  let memory: TestMemory;
  let subscriptions: { dispose(): unknown }[];
  beforeEach(() => {
    clock = new TestClock();
    useAsSystemClock(clock);
    clearDesk();
    memory = new TestMemory();
    subscriptions = [];
  });
  afterEach(() => {
    close();
    Object.assign(systemClock, realClock);
  });

  function open(workspaceState = new TestMemory()): void {
    const stores = { globalState: memory, workspaceState, secrets: new TestSecrets() };
    activate({ ...stores, subscriptions } as unknown as ExtensionContext);
  }

  function close(): void {
    for (const subscription of subscriptions.splice(0)) subscription.dispose();
  }

  /** Everything saved, as text. */
  const saved = (): string => [...memory.values.values()].join("\n");
  const warnings = (): string[] => desk.seen.filter(({ what }) => what === "message").map(({ text }) => text);
  const connections = (): ConnectionList => new ConnectionList(memory, new TestMemory(), clock);
  const watches = (): WatchMemory => new WatchMemory(memory, clock);

  /** Changes each list once, as a user would. */
  async function changeAll(): Promise<void> {
    const sandbox: SavedConnection = { kind: "sandbox", id: "x", name: "Sandbox", epoch: 1 };
    await connections().put(sandbox);
    await new SavedFilters(memory, clock).put({ name: "new", filter: { text: "x" } });
    watches().add("s", { id: idOf(1), ended: false, gone: false });
    new RecentLookUps(memory).put("s", idOf(2));
  }

  const failures: Readonly<Record<string, () => Promise<void>>> = {
    rejects: () => Promise.reject(new Error("disk full")),
    throws: () => {
      throw new Error("disk full");
    },
  };
  for (const [name, update] of Object.entries(failures))
    it(`starts, and leaves no rejection, if each write ${name}`, async () => {
      await memory.update(CONNECTIONS, [server, newer]);
      await memory.update("ozInspector.activeConnection", "s");
      await memory.update(WATCHES, { gone: [newerWatch] });
      Object.assign(memory, { update });
      const left: unknown[] = [];
      const keep = (reason: unknown): unknown => left.push(reason);
      process.on("unhandledRejection", keep);
      open(Object.assign(new TestMemory(), { update }));
      await desk.commands.get("ozInspector.watchFolder")?.(idOf(1));
      clock.advance(60_000);
      await settle();
      process.off("unhandledRejection", keep);
      assert.deepEqual([left, connections().get("s")?.name], [[], "Server"]);
    });

  it("is kept, item by item, beside what is changed", async () => {
    await memory.update(CONNECTIONS, [newer, { ...server, tags: ["later"], mark: { word: "Live" } }, null]);
    await memory.update(FILTERS, [newerFilter, 7]);
    await memory.update(WATCHES, {
      s: [newerWatch, { id: idOf(3), ended: true, seenBy: "later", notify: "weekly" }],
    });
    await memory.update(LOOK_UPS, { s: [{ id: idOf(4), at: 1 }, idOf(5)] });
    open();
    await changeAll();
    await connections().change("s", (one) => ({ ...one, name: "Renamed" }));
    watches().change("s", new Map([[idOf(3), { ended: false }]]));
    assert.deepEqual(memory.get(CONNECTIONS), [
      newer,
      { ...server, name: "Renamed", tags: ["later"], mark: { word: "Live" } },
      null,
      { kind: "sandbox", id: "x", name: "Sandbox", epoch: 1 },
    ]);
    assert.deepEqual(memory.get(FILTERS), [newerFilter, 7, { name: "new", filter: { text: "x" } }]);
    assert.deepEqual(memory.get(WATCHES), {
      s: [
        newerWatch,
        { id: idOf(3), ended: false, seenBy: "later", notify: "weekly" },
        { id: idOf(1), ended: false, gone: false },
      ],
    });
    assert.deepEqual(memory.get(LOOK_UPS), { s: [idOf(2), idOf(5), { id: idOf(4), at: 1 }] });
  });

  it("is replaced where the user changes it", async () => {
    await memory.update(CONNECTIONS, [{ ...server, mark: { word: "Live" }, role: 7 }]);
    await connections().change("s", (one) => ({ ...one, mark: "Test" }));
    assert.deepEqual(memory.get(CONNECTIONS), [{ ...server, mark: "Test", role: 7 }]);
    await connections().change("s", (one) => ({ ...one, mark: undefined }));
    assert.deepEqual(memory.get(CONNECTIONS), [{ ...server, role: 7 }]);
  });

  it("is read without a mark that is no text", async () => {
    await memory.update(CONNECTIONS, [{ ...server, mark: 7 }]);
    const saved = connections().get("s");
    assert.deepEqual([saved?.name, saved?.mark], ["Server", undefined]);
  });

  it("is kept when the items beside it are removed", async () => {
    await memory.update(CONNECTIONS, [newer, server]);
    await memory.update(FILTERS, [newerFilter, { name: "old", filter: {} }]);
    await memory.update(WATCHES, { s: [newerWatch, { id: idOf(3) }] });
    await connections().remove("s");
    await new SavedFilters(memory, clock).remove("old");
    watches().remove("s", idOf(3));
    assert.deepEqual(memory.get(CONNECTIONS), [newer]);
    assert.deepEqual(memory.get(FILTERS), [newerFilter]);
    assert.deepEqual(memory.get(WATCHES), { s: [newerWatch] });
  });

  it("keeps the watches and look-ups of connections that cannot be read", async () => {
    await memory.update(CONNECTIONS, [newer, server]);
    await memory.update(WATCHES, { c: [{ id: idOf(1) }], s: [{ id: idOf(2) }] });
    await memory.update(LOOK_UPS, { c: [idOf(1)] });
    open();
    assert.deepEqual(memory.get(WATCHES), { c: [{ id: idOf(1) }], s: [{ id: idOf(2) }] });
    assert.deepEqual(memory.get(LOOK_UPS), { c: [idOf(1)] });
  });

  it("is set aside where it is no list, each value once", async () => {
    for (const key of KEYS.slice(0, 4)) await memory.update(key, `corrupted ${key}`);
    open();
    for (let count = 0; count < 2; count++) {
      await changeAll();
      assert.equal(connections().all().length, 1);
      assert.deepEqual(
        watches()
          .read("s")
          .map(({ id }) => id),
        [idOf(1)],
      );
    }
    for (const key of KEYS.slice(0, 4)) assert.equal(saved().split(`corrupted ${key}`).length - 1, 1);
    await memory.update(WATCHES, { s: { version: 2, items: [1] }, t: [{ id: idOf(9) }] });
    await changeAll();
    assert.deepEqual(
      watches()
        .read("t")
        .map(({ id }) => id),
      [idOf(9)],
    );
    assert.match(saved(), /"s":\{"version":2,"items":\[1\]\}/);
  });

  it("never shows half a filter", async () => {
    const parts = [
      { results: ["DECLINED", "LATER"] },
      { statuses: "FINISHED" },
      { created: { since: "fortnight" } },
      { metaData: [{ key: "a", value: "b", not: true }] },
      { text: ["a"] },
      { reviewer: "ann" },
    ];
    const filters = parts.map((part, index) => ({ name: `${index}`, filter: { text: "x", ...part } }));
    await memory.update(FILTERS, [...filters, { name: "good", filter: { text: "x" } }]);
    assert.deepEqual(
      new SavedFilters(memory, clock).all().map(({ name }) => name),
      ["good"],
    );
  });

  it("is told once, in one sentence", async () => {
    await memory.update(CONNECTIONS, [newer, server]);
    await memory.update("ozInspector.activeConnection", "s");
    await memory.update(FILTERS, 7);
    await memory.update(WATCHES, { s: [newerWatch] });
    for (let start = 0; start < 3; start++) {
      open();
      close();
    }
    assert.deepEqual(warnings(), [
      "Oz Inspector can't read some saved data. Such connections, watched folders and filters are kept, but not shown. Perhaps another version saved them.",
    ]);
    memory.values.clear();
    open();
    assert.equal(warnings().length, 1);
  });

  const DEEP = "[".repeat(10_000) + "]".repeat(10_000);
  // where it is nested too deeply for JavaScript, which VS Code can read but not write
  const deepStates: [string, string][] = [
    ["as all of it", DEEP],
    ["as an item", `[${DEEP}]`],
    ["in a filter", `[{"name": "a", "filter": {"text": "x", "more": ${DEEP}}}]`],
    [
      "in a connection",
      `[{"more": ${DEEP}}, ${JSON.stringify({ ...server, more: 1 }).replace("1}", `${DEEP}}`)}]`,
    ],
    ["for a connection", `{"s": ${DEEP}, "gone": [{"id": "${idOf(1)}"}]}`],
    ["in what is saved for a connection", `{"s": [{"id": "${idOf(3)}", "more": ${DEEP}}], "gone": []}`],
  ];
  for (const [where, text] of deepStates) {
    it(`never stops the start nor is lost if it is nested very deeply, ${where}`, async () => {
      for (const key of KEYS) {
        for (const kept of [[key], [key, `${key}.setAside`]]) {
          memory = new TestMemory();
          const workspaceState = new TestMemory();
          await memory.update(CONNECTIONS, [server]);
          await memory.update("ozInspector.activeConnection", "s");
          for (const one of kept) memory.values.set(one, text);
          for (const one of WINDOW_KEYS) workspaceState.values.set(one, text);
          open(workspaceState);
          await changeAll().catch((error: unknown) => assert.ok(error instanceof RangeError));
          clock.advance(10_000);
          close();
          if (KEYS.slice(0, 3).includes(key)) assert.ok(saved().includes(DEEP), key);
        }
      }
    });
  }

  it("never stops the start, whatever it is, and nothing unreadable is lost when the user goes on", async () => {
    const anything = fc.jsonValue({ maxDepth: 4 });
    const entry = fc.oneof(
      anything,
      fc.constantFrom<unknown>(server, newer, newerFilter, newerWatch, idOf(6)),
    );
    const value = fc.oneof(
      anything,
      fc.array(entry),
      fc.dictionary(fc.constantFrom("s", "c", "__proto__"), fc.array(entry)),
    );
    const state = fc.record({
      shared: fc.array(value, { minLength: KEYS.length, maxLength: KEYS.length }),
      own: fc.array(value, { minLength: WINDOW_KEYS.length, maxLength: WINDOW_KEYS.length }),
    });
    await fc.assert(
      fc.asyncProperty(state, async ({ shared, own }) => {
        memory = new TestMemory();
        const workspaceState = new TestMemory();
        // The mark tells where each value is.
        for (const [index, key] of KEYS.entries()) await memory.update(key, mark(shared[index], key));
        for (const [index, key] of WINDOW_KEYS.entries()) await workspaceState.update(key, own[index]);
        open(workspaceState);
        await changeAll();
        close();
        for (const key of KEYS.slice(0, 3)) assert.ok(saved().includes(`mark ${key}`), key);
      }),
      { numRuns: 100 },
    );
  });
});

/** @returns the value with an entry that no version can read, or another value in its place */
function mark(value: unknown, key: string): unknown {
  const entry = { mark: `mark ${key}` };
  if (Array.isArray(value)) return [entry, ...(value as unknown[])];
  return typeof value === "object" && value !== null ? { ...value, s: [entry] } : entry.mark;
}
