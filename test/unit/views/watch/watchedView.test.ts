import assert from "node:assert/strict";
import { MarkdownString } from "vscode";
import { Folders } from "../../../../src/folders/folders";
import { VIEWS } from "../../../../src/ids";
import type { WatchedNode } from "../../../../src/views/watch/watchedNode";
import { WatchedView } from "../../../../src/views/watch/watchedView";
import { clearDesk, desk } from "../../../standIn/desk";
import { TestMemory } from "../../connections/stores";
import { finishedFolder, folder, idOf } from "../../folders/build";
import { TestClock } from "../../testClock";

const SECOND = 1000;

describe("WatchedView", () => {
  let clock: TestClock;
  let folders: Folders;
  let view: WatchedView;
  /** The JSON of a running folder. */
  let running: object;
  /** The redrawn rows, by folder ID; "all" for the whole view. */
  let redrawn: string[];

  beforeEach(() => {
    clearDesk();
    clock = new TestClock();
    folders = new Folders(
      () => Promise.reject(new Error("There is no server.")),
      new TestMemory(),
      new TestMemory(),
      clock,
      () => 0.5,
    );
    folders.store.show("k");
    folders.watches.show("k");
    const time_created = clock.now() / 1000;
    const analyses = [{ analysis_id: "a", type: "QUALITY", state: "PROCESSING", time_created }];
    running = { analyses, time_created };
    folders.store.current.applyFolders([folder(1, running), folder(2, running), finishedFolder(3)]);
    for (const number of [1, 2, 3]) folders.watches.start(idOf(number));
    view = new WatchedView(
      folders,
      () => ["name"],
      () => [],
      () => new MarkdownString("hover"),
      clock,
    );
    desk.views.get(VIEWS.watched)?.setVisible(true);
    draw();
    redrawn = [];
    view.onDidChangeTreeData((nodes) => redrawn.push(...(nodes?.map(({ folderId }) => folderId) ?? ["all"])));
  });
  afterEach(() => view.dispose());

  function draw(): WatchedNode[] {
    const rows = view.getChildren();
    for (const row of rows) view.getTreeItem(row);
    return rows;
  }

  /** Advances the clock second by second, and draws as VS Code does. */
  function pass(seconds: number): string[] {
    redrawn = [];
    for (let passed = 0; passed < seconds; passed++) {
      clock.advance(SECOND);
      draw();
    }
    return redrawn;
  }

  it("redraws a running row once a minute, and only while the view is visible", () => {
    assert.deepEqual(pass(59), []);
    assert.deepEqual(pass(10).sort(), [idOf(1), idOf(2)]);
    assert.deepEqual(pass(50), []);
    assert.deepEqual(pass(120).sort(), [idOf(1), idOf(1), idOf(2), idOf(2)]);
    desk.views.get(VIEWS.watched)?.setVisible(false);
    assert.deepEqual(pass(120), []);
  });

  it("redraws a row at once if it looks different, and not the others", () => {
    folders.store.current.applyFolders([folder(1, { ...running, meta_data: { name: "new" } })]);
    assert.deepEqual(redrawn, [idOf(1)]);
  });

  it("redraws all if their order changes", () => {
    folders.store.current.applyFolders([finishedFolder(2, "DECLINED")]);
    assert.deepEqual(redrawn, ["all"]);
    redrawn = [];
    folders.watches.stop(idOf(2));
    assert.deepEqual(redrawn, ["all"]);
  });

  it("redraws a row that looks the same every ten seconds at most, for its tooltip, however often its folder changes", () => {
    redrawn = [];
    for (let passed = 0; passed < 40; passed++) {
      folders.store.current.applyFolders([folder(1, { ...running, meta_data: { other: passed } })]);
      clock.advance(SECOND);
      for (const row of view.getChildren()) if (redrawn.includes(row.folderId)) view.getTreeItem(row);
    }
    assert.deepEqual(redrawn, Array(4).fill(idOf(1)));
  });
});
