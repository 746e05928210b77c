import assert from "node:assert/strict";
import { FolderStore } from "../../../../src/folders/store/folderStore";
import { Watches } from "../../../../src/folders/watch/watches";
import { WatchMemory } from "../../../../src/folders/watch/watchMemory";
import { WatchTeller } from "../../../../src/folders/watch/watchTeller";
import { LAG, SharedState } from "../../sharedState";
import { TestClock } from "../../testClock";
import { finishedFolder, folder, idOf, TestContext } from "../build";

const ID = idOf(1);
const running = folder(1, { analyses: [{ analysis_id: "a", state: "PROCESSING" }] });
const ended = finishedFolder(1);
const SECOND = 1000;

describe("several windows", () => {
  let clock: TestClock;
  let state: SharedState;
  /** What was told, as the window's name, the reason and the user's choice. */
  let told: string[];
  /** Show the notices that wait; undefined: none waits. */
  let waiting: (() => void)[] | undefined;

  beforeEach(() => {
    clock = new TestClock();
    state = new SharedState(clock);
    told = [];
    waiting = undefined;
  });

  /** Opens a window that shows a connection. */
  function open(name: string, key = "here") {
    const memory = state.openWindow();
    const context = new TestContext();
    context.watched.add(ID);
    const store = new FolderStore(context);
    const teller = new WatchTeller(memory, clock, () => (name.charCodeAt(0) % 16) / 16);
    const watches = new Watches(store, new WatchMemory(memory, clock), teller, clock);
    watches.onDidEnd((end) => {
      const notify = watches.notifyOf(end.id);
      const words = [name, end.reason, ...(notify === undefined ? [] : [notify])].join(" ");
      const show = (): unknown => watches.claim([end]).length > 0 && told.push(words);
      if (waiting) waiting.push(show);
      else show();
    });
    store.show(key);
    watches.show(key);
    const read = (...folders: Parameters<typeof store.current.applyFolders>[0]): void =>
      store.current.applyFolders(folders);
    const readGone = (): void => context.proveGone(store.current, 1);
    return { watches, read, readGone };
  }

  /** Time for all windows to read what the others have written. */
  const pass = (seconds = 10): void => {
    for (let passed = 0; passed < seconds * SECOND; passed += 200) clock.advance(200);
  };

  /** Two windows that watch a running folder; the first has the focus. */
  function openTwo() {
    const [a, b] = [open("a"), open("b")];
    a.watches.setFocused(true);
    pass();
    for (const { read } of [a, b]) read(running);
    a.watches.start(ID);
    pass();
    return { a, b };
  }

  it("show what one of them watches or unwatches", () => {
    const { a, b } = openTwo();
    assert.deepEqual(b.watches.ids, [ID]);
    let changes = 0;
    a.watches.onDidChange(() => changes++);
    b.watches.stop(ID);
    pass();
    assert.deepEqual([a.watches.ids, changes], [[], 1]);
  });

  it("do not write back what one of them has unwatched, nor tell its end", () => {
    const { a, b } = openTwo();
    b.watches.stop(ID);
    pass(2 * (LAG / SECOND));
    a.read(ended);
    a.watches.setNotify(ID, "always");
    pass();
    assert.deepEqual([a.watches.ids, b.watches.ids, told], [[], [], []]);
  });

  it("lose no change if two of them write at the same moment", () => {
    const { a, b } = openTwo();
    a.watches.start(idOf(2));
    b.watches.stop(ID);
    pass();
    assert.deepEqual(
      [a, b].map(({ watches }) => watches.ids),
      [[idOf(2)], [idOf(2)]],
    );
  });

  it("keep the user's choice of notifications when another writes", () => {
    const { a, b } = openTwo();
    b.watches.setNotify(ID, "never");
    pass(2 * (LAG / SECOND));
    a.read(ended);
    b.read(ended);
    pass();
    assert.deepEqual(
      [a, b].map(({ watches }) => watches.notifyOf(ID)),
      ["never", "never"],
    );
    assert.deepEqual(told, ["a ended never"]);
  });

  it("tell an end once, the one with the focus, whoever reads it first", () => {
    const { a, b } = openTwo();
    const c = open("c");
    pass();
    b.read(ended);
    c.read(ended);
    pass(60);
    assert.deepEqual(told, [], "it is the turn of the one with the focus, which polls within a minute");
    a.read(ended);
    assert.deepEqual(told, ["a ended"]);
    pass(300);
    assert.deepEqual(told, ["a ended"]);
  });

  it("tell an end once if all read it when another was just opened", () => {
    const { a, b } = openTwo();
    const c = open("c");
    for (const { read } of [c, b, a]) read(ended);
    pass(300);
    assert.deepEqual(told, ["a ended"]);
  });

  it("tell an end in the one that had the focus last, at once", () => {
    const { a, b } = openTwo();
    a.watches.setFocused(false);
    b.read(ended);
    a.read(ended);
    assert.deepEqual(told, ["a ended"]);
  });

  it("tell an end once while the focus moves", () => {
    const { a, b } = openTwo();
    a.watches.setFocused(false);
    b.watches.setFocused(true);
    b.read(ended);
    a.read(ended);
    pass();
    assert.equal(told.length, 1);
  });

  it("tell an end once if the focus moves while its notice waits", () => {
    const { a, b } = openTwo();
    waiting = [];
    a.read(ended);
    a.watches.setFocused(false);
    b.watches.setFocused(true);
    b.read(ended);
    pass();
    for (const show of waiting) show();
    pass(300);
    assert.deepEqual(told, ["b ended"]);
  });

  it("tell an end after all if the one to which the focus moved is closed while the notice waits", () => {
    const { a, b } = openTwo();
    waiting = [];
    a.read(ended);
    a.watches.setFocused(false);
    b.watches.setFocused(true);
    b.watches.dispose();
    pass(1);
    const [show] = waiting;
    waiting = undefined;
    show?.();
    assert.deepEqual(told, []);
    pass(300);
    assert.deepEqual(told, ["a ended"]);
  });

  it("tell an end once if they were opened at the same moment, even if none has the focus", () => {
    const { a, b } = openTwo();
    for (const { watches } of [a, b]) watches.dispose();
    const restored = ["c", "d", "e"].map((name) => open(name));
    for (const { read } of restored) read(ended);
    pass(600);
    assert.equal(told.length, 1);
  });

  it("tell an end late rather than never if the one that had the focus was closed", () => {
    const { a, b } = openTwo();
    const c = open("c");
    pass();
    a.watches.dispose();
    for (const { read } of [b, c]) read(ended);
    pass(80);
    assert.equal(told.length, 0);
    pass(120);
    assert.equal(told.length, 1);
    const teller = told[0]?.split(" ")[0];
    for (const { read } of [b, c]) read(running);
    pass();
    for (const { read } of [b, c]) read(ended);
    pass();
    assert.deepEqual(told, [`${teller} ended`, `${teller} ended`], "it stays that one's turn");
  });

  it("tell an end at once in the only one that shows the connection", () => {
    const { a } = openTwo();
    const other = open("c", "there");
    pass();
    other.read(running);
    other.watches.start(ID);
    other.read(ended);
    assert.deepEqual(told, ["c ended"]);
    a.read(ended);
    assert.deepEqual(told, ["c ended", "a ended"], "each connection has its own watches");
  });

  it("tell the end of each group once", () => {
    const { a, b } = openTwo();
    for (const folders of [[ended], [running], [{ ...ended, updatedAt: 2 }]])
      for (const { read } of [a, b]) {
        read(...folders);
        pass();
      }
    assert.deepEqual(told, ["a ended", "a ended"]);
  });

  it("do not tell an end again because one of them has not read it yet", () => {
    const { a, b } = openTwo();
    a.read(ended);
    pass();
    b.read({ ...running, json: { ...running.json, meta_data: { late: true } } });
    pass();
    a.read({ ...ended, json: { ...ended.json, meta_data: { late: true } } });
    b.read(ended);
    pass(300);
    assert.deepEqual(told, ["a ended"]);
  });

  it("do not tell again what was told before one of them followed the watch", () => {
    const [a, b] = [open("a"), open("b")];
    a.watches.setFocused(true);
    b.read(running);
    pass();
    a.watches.start(ID);
    a.read(ended);
    pass();
    assert.deepEqual(b.watches.ids, [ID]);
    b.read(ended);
    pass(300);
    assert.deepEqual(told, ["a ended"]);
  });

  it("do not tell an end again because the first reply that one of them gets is older", () => {
    const analysis = { analysis_id: "a", group_id: "g" };
    const runningGroup = folder(1, { analyses: [{ ...analysis, state: "PROCESSING" }] });
    const endedGroup = folder(1, {
      analyses: [{ ...analysis, state: "FINISHED", resolution_status: "SUCCESS" }],
      time_updated: 2,
    });
    const [a, b] = [open("a"), open("b")];
    a.watches.setFocused(true);
    pass();
    a.watches.start(ID);
    pass();
    a.read(runningGroup);
    a.read(endedGroup);
    assert.deepEqual(told, ["a ended"]);
    pass();
    b.read(runningGroup);
    b.read(endedGroup);
    a.read({ ...endedGroup, json: { ...endedGroup.json, meta_data: { late: true } } });
    pass(300);
    assert.deepEqual(told, ["a ended"]);
  });

  it("tell once that a folder was removed, also after a restart", () => {
    const { a, b } = openTwo();
    for (const { readGone } of [b, a]) readGone();
    pass(300);
    assert.deepEqual(told, ["a removed"]);
    const c = open("c");
    pass();
    c.readGone();
    pass(300);
    assert.deepEqual([told, c.watches.isGone(ID)], [["a removed"], true]);
  });
});
