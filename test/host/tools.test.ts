import assert from "node:assert/strict";
import {
  CancellationTokenSource,
  commands,
  ConfigurationTarget,
  LanguageModelTextPart,
  lm,
  workspace,
  type CancellationToken,
} from "vscode";
import { TOOL_IDS, type ToolName } from "../../src/ids";
import { effectiveStatus } from "../../src/status/effectiveStatus";
import { openFolders, type OpenFolders } from "./openFolders";

/** What a tool answers, which is JSON in the last line. */
type Answer = Readonly<Record<string, unknown>>;

const UNKNOWN = "7e7e7e7e-0000-4000-8000-000000000001";

async function ask(name: ToolName, input: object, token?: CancellationToken): Promise<Answer> {
  const { content } = await lm.invokeTool(TOOL_IDS[name], { input, toolInvocationToken: undefined }, token);
  const [part, ...others] = content;
  assert.ok(part instanceof LanguageModelTextPart && others.length === 0);
  return JSON.parse(part.value.split("\n").at(-1) ?? "") as Answer;
}

// Where tests run, VS Code answers its own question before a call with yes.
describe("the tools for language models", () => {
  let server: OpenFolders;
  before(async () => {
    server = await openFolders(300, { recordRequests: true });
    await commands.executeCommand("ozInspector.openSandbox", server.sandbox.address);
  });
  after(async () => {
    await commands.executeCommand("ozInspector.signOut");
    await server.sandbox.close();
  });

  const folderAt = async (offset: number) =>
    (await server.client.listFolders({ offset, limit: 1 })).folders[0]!;

  it("are all there, each with its input", () => {
    for (const id of Object.values(TOOL_IDS)) {
      const tool = lm.tools.find(({ name }) => name === id);
      assert.match(tool?.description ?? "", /Reads only\.$/);
      assert.ok(tool?.inputSchema);
    }
  });

  it("look up a folder that is not loaded, by its ID and by its metadata", async () => {
    const { id, metaData, resolution } = await folderAt(250);
    const answer = await ask("lookUpFolder", { id });
    assert.equal(answer.connection, "Sandbox");
    const [found] = answer.folders as Answer[];
    assert.deepEqual([found?.folder_id, found?.result, found?.ended], [id, resolution.result, true]);
    const same = await ask("lookUpFolder", { value: metaData?.transaction_id });
    assert.deepEqual(same.folders, [{ ...found, found_by: ["transaction_id"] }]);
  });

  it("give metadata only if the user's own setting allows it", async () => {
    const { id, metaData } = await folderAt(251);
    const told = async (): Promise<unknown> =>
      ((await ask("lookUpFolder", { id })).folders as Answer[])[0]?.meta_data;
    const configuration = workspace.getConfiguration("ozInspector");
    assert.equal(await told(), undefined);
    await configuration.update("tools.includeMetadata", true, ConfigurationTarget.Global);
    assert.deepEqual(JSON.parse(String(await told())), metaData);
    await configuration.update("tools.includeMetadata", undefined, ConfigurationTarget.Global);
    assert.equal(await told(), undefined);
  });

  it("explain a result by its analyses", async () => {
    const { id, resolution } = await folderAt(252);
    const answer = await ask("explainResult", { id });
    assert.deepEqual(
      [answer.folder_id, answer.analyses_in_all, answer.computed_from_analyses],
      [id, resolution.analysisCount, resolution.computed],
    );
    const groups = answer.groups as { readonly analyses: readonly Answer[] }[];
    assert.deepEqual(
      groups.flatMap(({ analyses }) => analyses.map(({ analysis_id }) => analysis_id)).sort(),
      resolution.groups.flatMap(({ analyses }) => analyses.map((analysis) => analysis.id)).sort(),
    );
  });

  it("wait until a folder has ended, and watch nothing afterwards", async () => {
    const { id } = await folderAt(20);
    server.sandbox.analyseAgain(id);
    const answer = await ask("waitForResult", { id });
    assert.deepEqual([answer.wait, answer.folder_id, answer.ended], ["ended", id, true]);
    assert.equal((await folderAt(20)).resolution.terminal, true);
  });

  it("say so if a folder has not ended when the time is up", async () => {
    const { id } = await folderAt(21);
    server.sandbox.analyseAgain(id);
    const answer = await ask("waitForResult", { id, timeoutSeconds: 1 });
    assert.deepEqual([answer.wait, answer.ended], ["time_up", false]);
  });

  it("find folders by a filter, newest first", async () => {
    const { folders } = await server.client.listFolders({ offset: 0, limit: 300 });
    const declined = folders.filter(({ resolution }) => resolution.result === "DECLINED");
    const answer = await ask("findFolders", { results: ["DECLINED"] });
    assert.deepEqual(
      (answer.folders as Answer[]).map(({ folder_id }) => folder_id),
      declined.slice(0, 20).map(({ id }) => id),
    );
    assert.equal(answer.complete, false);
  });

  it("give the figures of the overview", async () => {
    const answer = await ask("getOverview", { results: ["DECLINED", "SUCCESS"] });
    const { folders } = await server.client.listFolders({ offset: 0, limit: 300 });
    const count = (result: string): number =>
      folders.filter(({ resolution }) => effectiveStatus(resolution) === result).length;
    const [DECLINED, SUCCESS] = [count("DECLINED"), count("SUCCESS")];
    assert.deepEqual(
      [answer.folders, answer.folders_by_result, answer.complete],
      [DECLINED + SUCCESS, { SUCCESS, DECLINED }, true],
    );
  });

  it("say why they cannot answer", async () => {
    const { error } = (await ask("lookUpFolder", { id: UNKNOWN })) as { error: Answer };
    assert.equal(error.reason, "notFound");
    assert.match(String(error.message), /^127\.0\.0\.1:\d+ has no folder or analysis 7e7e7e7e-[^\n]+\.$/);
  });

  it("send nothing if they are cancelled before", async () => {
    const source = new CancellationTokenSource();
    source.cancel();
    const count = server.sandbox.requests.length;
    await assert.rejects(ask("lookUpFolder", { id: UNKNOWN }, source.token));
    assert.equal(server.sandbox.requests.length, count);
  });
});
