import assert from "node:assert/strict";
import { ThemeIcon, type CancellationToken, type MarkdownString } from "vscode";
import { watchedItems } from "../../../../src/commands/watch/askWatched";
import { folderKind } from "../../../../src/folders/store/serverHealth";
import { OzError } from "../../../../src/oz/http/ozError";
import { desk } from "../../../standIn/desk";
import { useUtc } from "../../examples/useUtc";
import { folder } from "../../folders/build";
import { closeServers, fault, reply } from "../../oz/support";
import { listServer, openList, type ListServer, type OpenList } from "../openList";

const started = Date.parse("2025-03-01T11:58:00Z") / 1000;
const running = folder(1, {
  analyses: [{ type: "QUALITY", state: "PROCESSING", time_created: started }],
});

/** Watches a running folder of a real server. */
async function watch(): Promise<{ list: OpenList; server: ListServer; read: () => Promise<unknown> }> {
  const [list, server] = [openList(), await listServer(0)];
  await list.connect(server);
  server.list = (response) => reply(response, 200, running.json);
  const read = (): Promise<unknown> => list.folders.reader.readFolder(running.id);
  await read();
  list.folders.watches.start(running.id);
  assert.match(list.watched[0] ?? "", /: Processing \(computed\) · for /);
  return { list, server, read };
}

describe("a watched folder that cannot be read", () => {
  useUtc();
  afterEach(closeServers);

  for (const [status, body, reason] of [
    [403, fault(9), "Access denied"],
    [400, fault(4), "Request refused"],
    [410, "<html>", "Request refused"],
    [500, fault(12), "Server error"],
    [404, "<html>", "Unexpected reply"],
  ] as const) {
    it(`says so in its row for ${status}, until it is read again`, async () => {
      const { list, server, read } = await watch();
      const before = list.watched;
      server.list = (response) => reply(response, status, body);
      await assert.rejects(read());
      const [label = ""] = before[0]?.split(":") ?? [];
      assert.deepEqual(list.watched, [`${label}: ${reason} · last: Processing (computed)`]);
      assert.equal(list.rows.length, 1, "and the list has no failure");
      server.list = (response) => reply(response, 200, running.json);
      await read();
      assert.deepEqual(list.watched, before);
    });
  }

  it("is shown alike in its row, the status bar and the list of watched folders", async () => {
    const { list, server, read } = await watch();
    server.list = (response) => reply(response, 403, fault(9));
    await assert.rejects(read());
    const [label = "", row] = list.watched[0]?.split(": Access") ?? [];
    const { statusBarItem } = desk;
    assert.equal(statusBarItem.text, `$(debug-disconnect) ${label} Access${row}`);
    const spoken = "Access denied since 12:00:00, last: Processing (computed)";
    assert.equal(statusBarItem.accessibilityInformation?.label, `Watched folder ${label}, ${spoken}`);
    const lines = statusBarItem.tooltip?.value.replaceAll("\\", "").split("\n") ?? [];
    assert.match(lines[1] ?? "", /: Access denied · last: Processing/);
    assert.match(lines.at(-1) ?? "", /Failing since 2025-03-01 12:00:00 UTC\.$/);
    const items = watchedItems({ folders: list.folders, documents: list.documents });
    assert.deepEqual(
      items.map(({ label, description, iconPath }) => [label, description, iconPath]),
      [[label, `Access${row}`, new ThemeIcon("debug-disconnect")]],
    );
  });

  it("says since when, however long the sentence on the reason is", async () => {
    const { list } = await watch();
    const message = `The certificate is not trusted. ${"Add its authority. ".repeat(20)}`;
    const error = new OzError("tls", message, { origin: "https://h" });
    list.folders.health.failed(folderKind(running.id), error, Date.parse("2025-03-01T12:00:00Z"));
    const since = /Failing since 2025-03-01 12:00:00 UTC\.$/;
    assert.match(desk.statusBarItem.tooltip?.value.replaceAll("\\", "") ?? "", since);
    const tree = desk.trees.get("ozInspector.watched")!;
    const [row] = (await tree.getChildren()) ?? [];
    const item = await tree.resolveTreeItem?.(await tree.getTreeItem(row), row, {} as CancellationToken);
    assert.match((item?.tooltip as MarkdownString).value.replaceAll("\\", ""), since);
  });

  it("has a mark in the status bar and a line in its tooltip behind another watched folder", async () => {
    const { list, server, read } = await watch();
    const failed = folder(2, { system_resolution: "DECLINED", resolution_status: "FINISHED" });
    server.list = (response) => reply(response, 200, failed.json);
    await list.folders.reader.readFolder(failed.id);
    list.folders.watches.start(failed.id);
    server.list = (response) => reply(response, 403, fault(9));
    await assert.rejects(read());
    const { text = "", accessibilityInformation, tooltip } = desk.statusBarItem;
    assert.match(text, / (⚠ )?Declined \+1 \$\(debug-disconnect\)$/);
    assert.match(accessibilityInformation?.label ?? "", /, and 1 more, 1 of which cannot be read$/);
    assert.match(tooltip?.value.replaceAll("\\", "") ?? "", /Access denied · last: Processing/);
  });

  it("keeps its row while only the list cannot be read", async () => {
    const { list, server } = await watch();
    const before = list.watched;
    server.list = (response) => reply(response, 500, fault(12));
    await assert.rejects(list.folders.reader.readNewest());
    assert.deepEqual(list.watched, before);
  });

  it("says so as well if no request would be answered", async () => {
    const { list } = await watch();
    await closeServers();
    await assert.rejects(list.folders.reader.readNewest());
    assert.match(list.watched[0] ?? "", /: Connection refused · last: Processing \(computed\)$/);
  });

  it("keeps its result if it has ended", async () => {
    const { list, server, read } = await watch();
    const ended = {
      ...running.json,
      analyses: [{ type: "QUALITY", state: "FINISHED", resolution_status: "SUCCESS" }],
    };
    server.list = (response) => reply(response, 200, ended);
    await read();
    const before = list.watched;
    server.list = (response) => reply(response, 403, fault(9));
    await assert.rejects(read());
    assert.deepEqual(list.watched, before);
  });
});
