import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { commands, ThemeIcon, window } from "vscode";
import { systemClock } from "../../src/base/clock";
import { readFolder } from "../../src/oz/model/folder";
import { createSandbox } from "../../src/sandbox/createSandbox";
import { closeServer, HOST, listen, serve } from "../../src/sandbox/server/httpServer";
import { FolderNode } from "../../src/views/tree/folderNode";
import { LoadMoreNode } from "../../src/views/tree/loadMoreNode";
import { MediaNode } from "../../src/views/tree/mediaNode";
import { folderTooltips } from "../../src/views/tree/tooltip";
import type { TreeNode } from "../../src/views/tree/treeNode";
import { CLOCK_TIME, withTimes } from "../clockTime";
import { eventually } from "../ui/workbench/eventually";
import { anyId } from "../unit/status/arbitrary";
import { openFolders, type OpenFolders } from "./openFolders";

/** These nodes and all nodes below them. */
function everything(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.flatMap((node) => [node, ...everything(node.children)]);
}

describe("the tree of folders", () => {
  let opened: OpenFolders;
  beforeEach(async () => (opened = await openFolders(250)));
  afterEach(() => opened.sandbox.close());

  it("shows a page and a row to load more, until all folders are loaded", async () => {
    const { folders, root } = opened;
    await folders.reader.readNewest();
    const first = root();
    assert.equal(first.length, 101);
    assert.ok(first.at(-1) instanceof LoadMoreNode);
    assert.equal(first.at(-1)?.item().description, "100 of 250");
    await folders.reader.readMore();
    assert.equal(root().at(-1)?.item().description, "200 of 250");
    await folders.reader.readMore();
    const last = root();
    assert.equal(last.length, 250);
    assert.ok(last.every((node) => node instanceof FolderNode));
  });

  it("gives every row a unique ID, a parent that lists it, and a label for screen readers", async () => {
    const { folders, root } = opened;
    await folders.reader.readNewest();
    const nodes = everything(root());
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

  it("gives a folder one media row with a row per file, and keeps them on refresh", async () => {
    const { folders, tree, root } = opened;
    await folders.reader.readNewest();
    const media = (): TreeNode[] => {
      const children = root().map((node) => tree.getChildren(node));
      return everything(children.flat().filter((node) => node instanceof MediaNode));
    };
    const before = media();
    assert.ok(before.length > 100);
    assert.equal(new Set(before.map(({ id }) => id)).size, before.length);
    await folders.reader.readAgain();
    const after = media();
    for (const [index, node] of after.entries()) {
      assert.equal(node, before[index]);
      assert.ok(node.parent && tree.getChildren(node.parent).includes(node), node.id);
      const { id, accessibilityInformation, iconPath } = node.item();
      assert.equal(id, node.id);
      assert.ok(accessibilityInformation?.label && iconPath instanceof ThemeIcon);
    }
  });

  it("answers at once before the first reply, and redraws when it comes", async () => {
    const { folders, tree, root } = opened;
    let redrawn = 0;
    tree.onDidChangeTreeData(() => (redrawn += 1));
    assert.deepEqual(root(), []);
    await folders.reader.readNewest();
    assert.equal(redrawn, 1);
    assert.equal(root().length, 101);
  });

  it("keeps its nodes on refresh, and redraws nothing if nothing changed", async () => {
    const { folders, tree, root } = opened;
    await folders.reader.readNewest();
    const before = everything(root());
    let redrawn = 0;
    tree.onDidChangeTreeData(() => (redrawn += 1));
    await folders.reader.readAgain();
    assert.equal(redrawn, 0);
    const after = everything(root());
    assert.equal(after.length, before.length);
    for (const [index, node] of after.entries()) assert.equal(node, before[index]);
  });

  it("redraws only the row of a newly watched folder", async () => {
    const { folders, tree, root } = opened;
    await folders.reader.readNewest();
    const [first, second] = root();
    for (const node of root()) node.item();
    const redrawn: unknown[] = [];
    tree.onDidChangeTreeData((nodes) => redrawn.push(nodes));
    folders.watches.start((second as FolderNode).folder.id);
    tree.redrawWatched();
    assert.deepEqual(redrawn, [[second]]);
    assert.equal(second?.item().contextValue, "folder watched");
    assert.equal(first?.item().contextValue, "folder");
  });

  it("puts a looked-up folder below the row to load more", async () => {
    const { folders, root } = opened;
    await folders.reader.readNewest();
    const { folders: page } = await opened.client.listFolders({ offset: 200, limit: 1 });
    const id = page[0]!.id;
    await folders.reader.readFolder(id);
    const nodes = root();
    assert.ok(nodes.at(-2) instanceof LoadMoreNode);
    assert.equal((nodes.at(-1) as FolderNode).folder.id, id);
  });

  it("says why the server cannot be reached, and keeps the rows", async () => {
    const { folders, root, sandbox } = opened;
    await folders.reader.readNewest();
    await sandbox.close();
    await assert.rejects(folders.reader.readAgain());
    const [failure, ...rest] = root();
    assert.equal(failure?.id, "failure");
    assert.equal(failure.item().label, "Connection refused");
    assert.match(JSON.stringify(failure.tooltip()), /127\.0\.0\.1:\d+/);
    assert.match(String(failure.item().description), withTimes`^since ${CLOCK_TIME}$`);
    assert.equal(rest.length, 101);
  });

  it("escapes all text from the server in tooltips", async () => {
    const { folders, tree, root } = opened;
    await folders.reader.readNewest();
    for (const node of everything(root())) {
      const { tooltip } = tree.resolveTreeItem(node.item(), node);
      if (typeof tooltip !== "object") continue;
      assert.notEqual(tooltip.isTrusted, true);
      assert.notEqual(tooltip.supportHtml, true);
      assert.doesNotMatch(tooltip.value, /\]\(|<[a-z]/i);
    }
  });
});

describe("the rows of a folder with arbitrary IDs", () => {
  const id = fc.option(fc.oneof(anyId, fc.constantFrom("", 1)));
  const ids = fc.record({ analysis_id: id, group_id: id, media_id: id, time_created: fc.nat({ max: 3 }) });
  const tooltip = folderTooltips(
    () => [],
    () => ({ now: 0, processingLimit: 0, usualTime: undefined }),
  );
  const context = { labelKeys: () => [], isWatched: () => false, findings: () => [], tooltip, now: () => 0 };

  it("have unique IDs and nodes, which stay the same when the folder is read again", () => {
    fc.assert(
      fc.property(fc.array(ids), fc.array(ids), (analyses, media) => {
        const read = () =>
          readFolder({ folder_id: "5a5a5a5a-0000-4000-8000-000000000002", analyses, media })!;
        const row = new FolderNode(read(), context);
        const nodes = everything([row]);
        assert.equal(new Set(nodes).size, nodes.length);
        assert.equal(new Set(nodes.map((node) => node.id)).size, nodes.length);
        row.folder = read();
        assert.deepEqual(
          everything([row]).map((node, index) => node === nodes[index]),
          nodes.map(() => true),
        );
      }),
    );
  });
});

describe("the tree of a folder whose analyses share one ID", () => {
  const SAME = "5a5a5a5a-0000-4000-8000-000000000001";
  let server: Server;
  beforeEach(async () => {
    const sandbox = createSandbox({ folders: 1, clock: systemClock, epoch: Date.now(), randomBytes });
    const answer = async (request: Request): Promise<Response> => {
      const reply = await sandbox.fetch(request);
      const text = await reply.text();
      return new Response(text.replaceAll(/("analys[ei]s?_id": ?)"[^"]*"/g, `$1"${SAME}"`), reply);
    };
    server = createServer((incoming, outgoing) => void serve(incoming, outgoing, answer));
    await listen(server, 0);
    await commands.executeCommand(
      "ozInspector.openSandbox",
      `http://${HOST}:${(server.address() as AddressInfo).port}`,
    );
  });
  afterEach(async () => {
    await commands.executeCommand("workbench.action.closeAllEditors");
    await commands.executeCommand("ozInspector.signOut");
    await closeServer(server);
  });

  it("can be expanded", async () => {
    const opened = (): string => window.activeTextEditor?.document.uri.toString() ?? "";
    // Navigates as keys do, repeatedly as the rows take a moment to load. Selecting an analysis opens its JSON.
    const keys = ["list.focusFirst", "list.expand", "list.focusDown", "list.select"];
    await eventually(
      "the JSON of an analysis",
      async () => {
        for (const command of ["ozInspector.folders.focus", ...keys]) await commands.executeCommand(command);
        return opened();
      },
      (uri) => uri.includes(SAME),
    );
  });
});
