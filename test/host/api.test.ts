import assert from "node:assert/strict";
import { commands, extensions } from "vscode";
import type { FolderChange, OzInspectorApi } from "../../src/api";
import { openFolders, type OpenFolders } from "./openFolders";

describe("the exported API", () => {
  let server: OpenFolders;
  let api: OzInspectorApi;
  before(async () => {
    const extension = extensions.getExtension<OzInspectorApi>("oz-inspector.oz-inspector");
    assert.ok(extension);
    api = await extension.activate();
    server = await openFolders(300);
    await commands.executeCommand("ozInspector.openSandbox", server.sandbox.address);
  });
  after(async () => {
    await commands.executeCommand("ozInspector.signOut");
    await server.sandbox.close();
  });

  it("has version 1 and only documented members", () => {
    assert.equal(api.apiVersion, 1);
    assert.deepEqual(Object.keys(api).sort(), [
      "apiVersion",
      "extendMarkdownIt",
      "getFolder",
      "onDidChangeFolder",
      "resolveFolder",
    ]);
  });

  it("resolves a folder from Oz API to plain data", () => {
    const analysis = {
      analysis_id: "a",
      group_id: "g",
      time_updated: 7,
      state: "finished",
      resolution_status: "declined",
    };
    const resolution = api.resolveFolder({
      resolution_status: "FINISHED",
      system_resolution: "SUCCESS",
      analyses: [analysis],
    });
    assert.deepEqual(
      [resolution.status, resolution.result, resolution.resultSource, resolution.terminal],
      ["FINISHED", "SUCCESS", "server", true],
    );
    assert.deepEqual([resolution.resultMember, resolution.rawResult], ["system_resolution", "SUCCESS"]);
    assert.deepEqual(resolution.deciding, { groupId: "g", analysisIds: ["a"] });
    const [group] = resolution.groups;
    assert.deepEqual(
      [group?.id, group?.inferred, group?.result, group?.finishedAt],
      ["g", false, "DECLINED", 7000],
    );
    assert.ok(resolution.findings.some(({ code }) => code === "resultDiffers"));
    assert.deepEqual(
      JSON.parse(JSON.stringify(resolution)),
      JSON.parse(JSON.stringify(structuredClone(resolution))),
    );
  });

  it("accepts any value", () => {
    for (const value of [
      undefined,
      null,
      7,
      "x",
      [],
      { analyses: 7 },
      { system_resolution: "constructor" },
    ]) {
      assert.equal(api.resolveFolder(value).result, "UNKNOWN");
    }
  });

  it("accepts unreadable values, and anything as an ID", () => {
    const fail = (): never => {
      throw new Error("hostile");
    };
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const values = [
      Symbol("x"),
      10n,
      fail,
      {},
      [],
      null,
      undefined,
      7,
      revoked.proxy,
      { toString: fail, trim: fail },
    ];
    for (const value of values) {
      assert.ok(api.resolveFolder(value).result);
      assert.ok(api.resolveFolder({ resolution_status: value, analyses: [value, { state: value }] }).result);
      assert.equal(api.getFolder(value as string), undefined);
    }
  });

  it("reports each folder that the extension reads, and returns it from then on", async () => {
    const { folders } = await server.client.listFolders({ offset: 250, limit: 1 });
    const { id } = folders[0]!;
    assert.equal(api.getFolder(id), undefined);
    const seen: FolderChange[] = [];
    const listener = api.onDidChangeFolder((change) => seen.push(change));
    await commands.executeCommand("ozInspector.refreshFolder", id);
    listener.dispose();
    assert.deepEqual(seen.find((change) => change.id === id)?.resolution, api.getFolder(id));
    assert.ok(api.getFolder(id.toUpperCase())?.result);
    assert.equal(api.getFolder("no id"), undefined);
  });

  it("goes on if a listener throws", async () => {
    const { folders } = await server.client.listFolders({ offset: 251, limit: 1 });
    const { id } = folders[0]!;
    const seen: string[] = [];
    const listeners = [
      api.onDidChangeFolder(() => {
        throw new Error("hostile");
      }),
      api.onDidChangeFolder((change) => seen.push(change.id)),
    ];
    await commands.executeCommand("ozInspector.refreshFolder", id);
    for (const listener of listeners) listener.dispose();
    assert.ok(seen.includes(id));
    assert.ok(api.getFolder(id));
  });

  it("reports processing that takes too long in getFolder, but not in resolveFolder, which ignores the time", async () => {
    const { folders } = await server.client.listFolders({ offset: 0, limit: 300 });
    const old = Date.now() - 301_000;
    const late = folders.find(({ resolution }) => (resolution.processingSince ?? Infinity) < old)!;
    await commands.executeCommand("ozInspector.refreshFolder", late.id);
    const codes = (resolution = api.getFolder(late.id)) => resolution?.findings.map(({ code }) => code);
    assert.ok(codes()?.includes("processingTooLong"));
    assert.ok(!codes(api.resolveFolder(late.json))?.includes("processingTooLong"));
  });
});
