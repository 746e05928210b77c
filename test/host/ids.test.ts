import assert from "node:assert/strict";
import {
  commands,
  ConfigurationTarget,
  MarkdownString,
  Position,
  window,
  workspace,
  type Hover,
  type TextDocument,
} from "vscode";
import { systemClock } from "../../src/base/clock";
import { findIds } from "../../src/oz/model/id";
import type { TimeLimits } from "../../src/status/processingTime";
import { IdProvider } from "../../src/views/hover/idProvider";
import type { ShownFindings } from "../../src/views/shownFindings";
import { folderTooltips } from "../../src/views/tree/tooltip";
import { openFolders, type OpenFolders } from "./openFolders";

const UNKNOWN = "7e7e7e7e-0000-4000-8000-000000000001";
const OURS = ["lookUpFolder", "explainResult", "openJson", "watchFolder", "unwatchFolder"];

/** The Markdown parts of a hover. */
const partsOf = (hover: Hover | undefined): MarkdownString[] =>
  (hover?.contents ?? []).filter((part) => part instanceof MarkdownString);

describe("hovers over IDs", () => {
  let server: OpenFolders;
  let ids: IdProvider;
  let folderId: string;
  let analysisId: string;
  let name = "My [server](command:workbench.action.quit) $(zap)";

  before(async () => {
    server = await openFolders(300, { recordRequests: true });
    await server.folders.reader.readNewest();
    const folder = server.folders.store.current.all.find(({ resolution }) => resolution.groups.length === 1)!;
    folderId = folder.id;
    analysisId = folder.resolution.groups[0]!.analyses[0]!.id!;
    const saved = () => ({ kind: "sandbox", id: "test", name, epoch: 0 }) as const;
    const findings: ShownFindings = (resolution) => resolution.findings;
    const limits = (): TimeLimits => ({ now: systemClock.now(), processingLimit: 0, usualTime: undefined });
    ids = new IdProvider(
      server.folders,
      () => ({ saved: saved(), signedIn: true }),
      findings,
      folderTooltips(findings, limits),
      systemClock,
    );
  });
  after(() => server.sandbox.close());

  const hover = async (text: string, language = "plaintext"): Promise<MarkdownString[]> =>
    partsOf(
      await ids.hover(
        text,
        0,
        new Position(0, Math.floor(text.length / 2)),
        language,
        new AbortController().signal,
      ),
    );

  it("trust only our own link titles, and only our commands with IDs", async () => {
    server.folders.watches.start(folderId);
    const all = [...(await hover(folderId)), ...(await hover(analysisId)), ...(await hover(UNKNOWN))];
    server.folders.watches.stop(folderId);
    const trusted = all.filter(({ isTrusted }) => isTrusted);
    assert.deepEqual([all.length, trusted.length], [5, 3]);
    for (const { isTrusted, value } of trusted) {
      assert.ok(typeof isTrusted === "object");
      for (const command of isTrusted.enabledCommands)
        assert.ok(OURS.includes(command.replace("ozInspector.", "")), command);
      const links = [...value.matchAll(/\[[^\]]*(?:\\\][^\]]*)*\]\(command:([\w.]+)\?([^)]*)\)/g)];
      assert.deepEqual(
        links.map(([, command]) => command),
        isTrusted.enabledCommands,
        value,
      );
      for (const [, , args] of links) {
        const [id, ...rest] = JSON.parse(decodeURIComponent(args ?? "")) as string[];
        assert.ok([folderId, analysisId, UNKNOWN].includes(id ?? ""));
        assert.deepEqual(rest, []);
      }
    }
    for (const { supportHtml, supportThemeIcons } of all) assert.ok(!supportHtml && !supportThemeIcons);
  });

  it("appear only over an ID", async () => {
    const text = `${folderId}-beef and folder=${folderId}`;
    const at = (character: number): Promise<Hover | undefined> =>
      ids.hover(text, 100, new Position(7, 100 + character), "log", new AbortController().signal);
    assert.equal(await at(5), undefined);
    const [{ start, end } = { start: 0, end: 0 }] = findIds(text);
    for (const inside of [start, start + 20, end]) {
      const range = (await at(inside))?.range;
      assert.deepEqual(
        [range?.start, range?.end],
        [new Position(7, 100 + start), new Position(7, 100 + end)],
      );
    }
    assert.equal(await at(start - 1), undefined);
  });

  it("appear over the value of a metadata key, and trust only the look-up", async () => {
    const text = `{"transaction_id": "tx)](command:x)", "folder": "${folderId}"}`;
    const at = (character: number): Promise<Hover | undefined> =>
      ids.hover(text, 100, new Position(7, 100 + character), "log", new AbortController().signal);
    const [start, end] = [text.indexOf("tx)"), text.indexOf('", "folder')];
    for (const inside of [start, end]) {
      const found = await at(inside);
      assert.deepEqual(
        [found?.range?.start, found?.range?.end],
        [new Position(7, 100 + start), new Position(7, 100 + end)],
      );
      const [link, ...others] = partsOf(found);
      assert.deepEqual(others, []);
      assert.deepEqual(link?.isTrusted, { enabledCommands: ["ozInspector.lookUpFolder"] });
      const [, args = ""] =
        /^\[[^\]]*(?:\\\][^\]]*)*\]\(command:ozInspector\.lookUpFolder\?([^()]*)\)$/.exec(link.value) ?? [];
      assert.deepEqual(JSON.parse(decodeURIComponent(args)), [
        { key: "transaction_id", value: "tx)](command:x)" },
      ]);
    }
    assert.equal(await at(start - 4), undefined);
  });

  it("say in one sentence that an ID is unknown or the server fails, where look-up is automatic", async () => {
    const configuration = workspace.getConfiguration("ozInspector");
    await configuration.update("hover.lookUpLanguages", ["log"], ConfigurationTarget.Global);
    name = "Test";
    const asked = server.sandbox.requests.length;
    for (let round = 0; round < 2; round++) {
      const [missing, link] = await hover(UNKNOWN, "log");
      assert.equal(shown(missing), "Test has no folder or analysis with this ID.");
      assert.match(link?.value ?? "", /^\[Look up in Test\]/);
    }
    assert.equal(
      server.sandbox.requests.length - asked,
      2,
      "one for a folder, one for an analysis, then none",
    );
    await server.sandbox.close();
    const other = UNKNOWN.replace("7e", "8e");
    assert.equal((await hover(other)).length, 1, "no request in other languages");
    const [failure] = await hover(other, "log");
    assert.match(shown(failure), /127\.0\.0\.1.*\.$/);
    await configuration.update("hover.lookUpLanguages", undefined, ConfigurationTarget.Global);
  });
});

/** The text that escaped Markdown displays. */
const shown = (markdown: MarkdownString | undefined): string =>
  (markdown?.value ?? "").replaceAll(/\\(.)/g, "$1");

describe("hovers of the installed extension", () => {
  let server: OpenFolders;
  before(async () => {
    server = await openFolders(300);
    await commands.executeCommand("ozInspector.openSandbox", server.sandbox.address);
  });
  after(async () => {
    await commands.executeCommand("workbench.action.closeAllEditors");
    await commands.executeCommand("ozInspector.signOut");
    await server.sandbox.close();
  });

  async function hoverOver(document: TextDocument, id: string): Promise<string> {
    const position = document.positionAt(document.getText().indexOf(id) + 3);
    const hovers = await commands.executeCommand<Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      position,
    );
    return hovers
      .flatMap(partsOf)
      .map(({ value }) => value)
      .join("\n");
  }

  it("appear in unsaved files, in our own documents and in those of other extensions", async () => {
    const { folders } = await server.client.listFolders({ offset: 200, limit: 1 });
    const { id } = folders[0]!;
    await commands.executeCommand("ozInspector.openJson", id);
    const json = window.activeTextEditor?.document;
    assert.equal(json?.uri.scheme, "oz-inspector");
    const other = workspace.registerTextDocumentContentProvider("other", {
      provideTextDocumentContent: () => `commit ${id}`,
    });
    const documents = [
      json,
      await workspace.openTextDocument({ content: `see ${id}` }),
      await workspace.openTextDocument(json.uri.with({ scheme: "other" })),
    ];
    for (const document of documents) {
      const text = await hoverOver(document, id);
      assert.match(text, /\[Reveal\]\(command:ozInspector\.lookUpFolder\?/, document.uri.scheme);
    }
    other.dispose();
  });
});
