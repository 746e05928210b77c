import assert from "node:assert/strict";
import { ThemeIcon } from "vscode";
import { MediaNode } from "../../src/views/media/mediaNode";
import { FolderNode } from "../../src/views/tree/folderNode";
import { LoadMoreNode } from "../../src/views/tree/loadMoreNode";
import type { TreeNode } from "../../src/views/tree/treeNode";
import { openFolders, type OpenFolders } from "./openFolders";

/** All nodes below these and the nodes themselves. */
function everything(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.flatMap((node) => [node, ...everything(node.children)]);
}

describe("the tree of folders", () => {
  let opened: OpenFolders;
  beforeEach(async () => (opened = await openFolders(250)));
  afterEach(() => opened.sandbox.close());

  it("shows a page, a row to load more, and one day all of them", async () => {
    const { folders, root } = opened;
    await folders.reader.readNewest();
    const first = await root();
    assert.equal(first.length, 101);
    assert.ok(first.at(-1) instanceof LoadMoreNode);
    assert.equal(first.at(-1)?.item().description, "100 of 250");
    await folders.reader.readMore();
    assert.equal((await root()).at(-1)?.item().description, "200 of 250");
    await folders.reader.readMore();
    const last = await root();
    assert.equal(last.length, 250);
    assert.ok(last.every((node) => node instanceof FolderNode));
  });

  it("gives every row an id of its own, a parent that has it as a child, and words for a screen reader", async () => {
    const { folders, root } = opened;
    await folders.reader.readNewest();
    const nodes = everything(await root());
    assert.ok(nodes.length > 300);
    assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
    for (const node of nodes) {
      if (node.parent) assert.ok(node.parent.children.includes(node), node.id);
      const item = node.item();
      assert.equal(item.id, node.id);
      assert.ok(item.accessibilityInformation?.label, node.id);
      assert.ok(item.iconPath instanceof ThemeIcon);
    }
  });

  it("gives a folder one row of media, the same at each reading, and each file one of its own", async () => {
    const { folders, tree, root } = opened;
    await folders.reader.readNewest();
    const media = async (): Promise<TreeNode[]> => {
      const children = await Promise.all((await root()).map((node) => tree.getChildren(node)));
      return everything(children.flat().filter((node) => node instanceof MediaNode));
    };
    const before = await media();
    assert.ok(before.length > 100);
    assert.equal(new Set(before.map(({ id }) => id)).size, before.length);
    await folders.reader.readAgain();
    const after = await media();
    for (const [index, node] of after.entries()) {
      assert.equal(node, before[index]);
      assert.ok(node.parent && (await tree.getChildren(node.parent)).includes(node), node.id);
      const { id, accessibilityInformation, iconPath } = node.item();
      assert.equal(id, node.id);
      assert.ok(accessibilityInformation?.label && iconPath instanceof ThemeIcon);
    }
  });

  it("gives the first rows once, to whoever waits for them", async () => {
    const { folders, tree, root } = opened;
    let redrawn = 0;
    tree.onDidChangeTreeData(() => (redrawn += 1));
    const waiting = root();
    tree.redraw();
    await folders.reader.readNewest();
    assert.equal((await waiting).length, 101);
    assert.equal(redrawn, 0);
  });

  it("keeps the same objects when it reads again, and redraws nothing when nothing changed", async () => {
    const { folders, tree, root } = opened;
    await folders.reader.readNewest();
    const before = everything(await root());
    let redrawn = 0;
    tree.onDidChangeTreeData(() => (redrawn += 1));
    await folders.reader.readAgain();
    assert.equal(redrawn, 0);
    const after = everything(await root());
    assert.equal(after.length, before.length);
    for (const [index, node] of after.entries()) assert.equal(node, before[index]);
  });

  it("redraws the row of a folder that is watched now, and no other", async () => {
    const { folders, tree, root } = opened;
    await folders.reader.readNewest();
    const [first, second] = await root();
    for (const node of await root()) node.item();
    const redrawn: unknown[] = [];
    tree.onDidChangeTreeData((nodes) => redrawn.push(nodes));
    folders.watches.start((second as FolderNode).folder.id);
    tree.redrawWatched();
    assert.deepEqual(redrawn, [[second]]);
    assert.equal(second?.item().contextValue, "folder watched");
    assert.equal(first?.item().contextValue, "folder");
  });

  it("puts a looked-up folder behind the row to load more", async () => {
    const { folders, root } = opened;
    await folders.reader.readNewest();
    const { folders: page } = await opened.client.listFolders({ offset: 200, limit: 1 });
    const id = page[0]!.id;
    await folders.reader.readFolder(id);
    const nodes = await root();
    assert.ok(nodes.at(-2) instanceof LoadMoreNode);
    assert.equal((nodes.at(-1) as FolderNode).folder.id, id);
  });

  it("says why the server cannot be reached, and keeps what was there", async () => {
    const { folders, root, sandbox } = opened;
    await folders.reader.readNewest();
    await sandbox.close();
    await assert.rejects(folders.reader.readAgain());
    const [failure, ...rest] = await root();
    assert.equal(failure?.id, "failure");
    assert.equal(failure.item().label, "Connection refused");
    assert.match(JSON.stringify(failure.item().tooltip), /127\.0\.0\.1:\d+/);
    assert.match(String(failure.item().description), /^since \d\d:\d\d:\d\d$/);
    assert.equal(rest.length, 101);
  });

  it("tells nothing of a server in a tooltip but escaped text", async () => {
    const { folders, tree, root } = opened;
    await folders.reader.readNewest();
    for (const node of everything(await root())) {
      const { tooltip } = await tree.resolveTreeItem(node.item(), node);
      if (typeof tooltip !== "object") continue;
      assert.notEqual(tooltip.isTrusted, true);
      assert.notEqual(tooltip.supportHtml, true);
      assert.doesNotMatch(tooltip.value, /\]\(|<[a-z]/i);
    }
  });
});
