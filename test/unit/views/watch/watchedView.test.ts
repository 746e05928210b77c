import assert from "node:assert/strict";
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
  /** The redrawn rows, by folder ID; "all" for the whole view. */
  let redrawn: string[];

  beforeEach(() => {
    clearDesk();
    clock = new TestClock();
    folders = new Folders(() => Promise.reject(new Error("There is no server.")), new TestMemory(), clock);
    folders.store.show("k");
    folders.watches.show("k");
    const analyses = [{ analysis_id: "a", type: "QUALITY", state: "PROCESSING" }];
    const running = { analyses, time_created: clock.now() / 1000 };
    folders.store.current.applyFolders([folder(1, running), folder(2, running), finishedFolder(3)]);
    for (const number of [1, 2, 3]) folders.watches.start(idOf(number));
    view = new WatchedView(
      folders,
      () => [],
      () => [],
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

  function hover(id: string): void {
    const row = draw().find(({ folderId }) => folderId === id);
    assert.ok(row);
    assert.ok(view.resolveTreeItem(view.getTreeItem(row), row).tooltip);
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

  it("redraws the rows whose elapsed time has changed, each second", () => {
    assert.deepEqual(pass(2).sort(), [idOf(1), idOf(1), idOf(2), idOf(2)]);
    desk.views.get(VIEWS.watched)?.setVisible(false);
    assert.deepEqual(pass(2), []);
  });

  it("leaves the times of a hovered row alone for ten seconds, because redrawing it would hide the hover", () => {
    hover(idOf(1));
    assert.deepEqual(new Set(pass(9)), new Set([idOf(2)]));
    assert.deepEqual(pass(1).sort(), [idOf(1), idOf(2)]);
  });

  it("redraws a hovered row at once if its folder changes", () => {
    hover(idOf(1));
    redrawn = [];
    folders.store.current.applyFolders([finishedFolder(1)]);
    assert.deepEqual(redrawn, ["all"]);
  });
});
