import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import type { ExtensionContext } from "vscode";
import type { OzInspectorApi } from "../../src/api";
import { systemClock } from "../../src/base/clock";
import { tokensKey } from "../../src/connections/secrets";
import { activate } from "../../src/extension";
import { CONTEXT_KEYS } from "../../src/ids";
import { writeTokens } from "../../src/oz/session/tokens";
import { SANDBOX_ACCOUNT } from "../../src/sandbox/account";
import { startSandbox, type SandboxServer } from "../../src/sandbox/start";
import { clearDesk, desk } from "../standIn/desk";
import { TestMemory, TestSecrets } from "./connections/stores";
import { TestClock, useAsSystemClock } from "./testClock";
import { ask, TestToken, type Answer } from "./tools/ask";

const { accessToken } = SANDBOX_ACCOUNT;
const realClock = { ...systemClock };

describe("activate", () => {
  let clock: TestClock;
  let sandbox: SandboxServer;
  let other: SandboxServer;
  let api: OzInspectorApi;
  let secrets: TestSecrets;
  let subscriptions: { dispose(): unknown }[];

  const start = (seed: number, port?: number): Promise<SandboxServer> =>
    startSandbox({ folders: 5, clock, recordRequests: true, seed, port });

  beforeEach(async () => {
    clearDesk();
    clock = new TestClock();
    useAsSystemClock(clock);
    sandbox = await start(1);
    other = await start(2);
    const globalState = new TestMemory();
    const saved = { kind: "server", id: "s", name: "Server", baseUrl: sandbox.address, signedIn: true };
    await globalState.update("ozInspector.connections", [saved]);
    await globalState.update("ozInspector.activeConnection", "s");
    subscriptions = [];
    secrets = new TestSecrets();
    await secrets.store(tokensKey(saved), writeTokens({ accessToken }));
    const stores = { globalState, workspaceState: new TestMemory(), secrets };
    api = activate({ ...stores, subscriptions } as unknown as ExtensionContext);
  });
  afterEach(async () => {
    dispose();
    Object.assign(systemClock, realClock);
    await Promise.all([sandbox.close(), other.close()]);
  });

  function dispose(): void {
    for (const subscription of subscriptions.splice(0)) subscription.dispose();
  }

  /** Advances the clock, with time for the requests in between. */
  async function pass(seconds: number, step = 0.5): Promise<void> {
    for (let passed = 0; passed < seconds; passed += step) {
      clock.advance(step * 1000);
      await setTimeout(10);
    }
  }

  /**
   * Waits until the condition holds.
   * @param step seconds by which the clock advances meanwhile, again and again
   */
  async function eventually(holds: () => boolean, step = 0.5): Promise<void> {
    for (let count = 0; count < 500 && !holds(); count++) {
      clock.advance(step * 1000);
      await setTimeout(10);
    }
    assert.ok(holds());
  }

  const run = async (command: string, argument?: unknown): Promise<void> => {
    await desk.commands.get(`ozInspector.${command}`)?.(argument);
  };

  const setListVisible = (visible: boolean): void =>
    desk.views.get("ozInspector.folders")?.setVisible(visible);

  const requestsOf = (server: SandboxServer, path: string): number =>
    server.requests.filter((request) => request.path === path).length;

  /** @returns the ID of the first folder in the list; undefined if none is loaded */
  async function firstFolder(): Promise<string | undefined> {
    const rows = (await desk.trees.get("ozInspector.folders")?.getChildren()) as { readonly id: string }[];
    return rows.map(({ id }) => /^folder\/(.*)/.exec(id)?.[1]).find((id) => id !== undefined);
  }

  /** Shows the list and waits until it is loaded. */
  async function loadList(): Promise<string> {
    setListVisible(true);
    await eventually(() => requestsOf(sandbox, "/api/folders/") > 0);
    for (let count = 0; count < 500 && (await firstFolder()) === undefined; count++) await setTimeout(10);
    const id = await firstFolder();
    assert.ok(id !== undefined);
    return id;
  }

  it("sends nothing while nothing is visible", async () => {
    await pass(30);
    assert.deepEqual(sandbox.requests, []);
  });

  it("sets every context key at the start, because VS Code keeps old ones when the extension host restarts", () => {
    assert.deepEqual([...desk.contextKeys.keys()].toSorted(), Object.values(CONTEXT_KEYS).toSorted());
    assert.equal(desk.contextKeys.get(CONTEXT_KEYS.filtered), false);
  });

  it("sets a context key again when it has changed", async () => {
    const id = await loadList();
    await run("watchFolder", id);
    assert.equal(desk.contextKeys.get(CONTEXT_KEYS.watching), true);
    await run("unwatchFolder", id);
    assert.equal(desk.contextKeys.get(CONTEXT_KEYS.watching), false);
  });

  it("polls the list while it is visible", async () => {
    const id = await loadList();
    await eventually(() => requestsOf(sandbox, "/api/folders/") > 2);
    assert.ok(api.getFolder(id));
    setListVisible(false);
    await pass(5);
    const before = sandbox.requests.length;
    await pass(30);
    assert.equal(sandbox.requests.length, before);
  });

  it("polls a running folder while its JSON is open", async () => {
    const id = await loadList();
    setListVisible(false);
    sandbox.analyseAgain(id);
    await run("openJson", id);
    const before = requestsOf(sandbox, `/api/folders/${id}`);
    await eventually(() => requestsOf(sandbox, `/api/folders/${id}`) > before + 1);
  });

  for (const [end, happen, seconds] of [
    ["ended", () => undefined, 60],
    ["time_up", () => undefined, 1],
    ["gone", (id: string) => sandbox.remove(id), 60],
    ["cannot_be_read", () => sandbox.close(), 60],
    ["connection_left", () => run("openSandbox", other.address), 60],
    ["cancelled", () => undefined, 60],
  ] as const)
    it(`polls a folder while an agent waits for it, and nothing after "${end}"`, async () => {
      const id = await loadList();
      setListVisible(false);
      sandbox.analyseAgain(id);
      const token = new TestToken();
      let answer: Answer | undefined;
      const before = requestsOf(sandbox, `/api/folders/${id}`);
      const wait = ask("waitForResult", { id, timeoutSeconds: seconds }, token).then(
        (told) => (answer = told),
        () => (answer = { wait: "cancelled" }),
      );
      await eventually(() => requestsOf(sandbox, `/api/folders/${id}`) > before, 0);
      await happen(id);
      if (end === "cancelled") token.cancel();
      await eventually(() => answer !== undefined);
      await wait;
      assert.equal(answer?.wait, end);
      if (end !== "cancelled") assert.equal(answer.folder_id, id);
      assert.equal(answer.ended === true, end === "ended");
      assert.equal(desk.contextKeys.get(CONTEXT_KEYS.watching), false);
      // What was sent before arrives.
      await pass(5);
      const asked = sandbox.requests.length;
      await pass(120, 5);
      assert.equal(sandbox.requests.length, asked);
    });

  it("shows the folders of another connection after switching to it", async () => {
    const id = await loadList();
    await run("openSandbox", other.address);
    await eventually(() => requestsOf(other, "/api/folders/") > 0);
    const shown = await loadList();
    assert.notEqual(shown, id);
    assert.equal(api.getFolder(id), undefined);
  });

  for (const command of ["refresh", "signIn"])
    it(`polls soon after ${command}, however long the server has failed`, async () => {
      await loadList();
      await sandbox.close();
      await pass(600, 5);
      sandbox = await start(1, sandbox.port);
      desk.typed = accessToken;
      await run(command);
      const before = requestsOf(sandbox, "/api/folders/");
      assert.ok(before > 0);
      await pass(20);
      await eventually(() => requestsOf(sandbox, "/api/folders/") > before, 0);
    });

  it("sends a session that the server refuses at once when the user refreshes", async () => {
    for (const key of secrets.values.keys()) await secrets.store(key, writeTokens({ accessToken: "other" }));
    setListVisible(true);
    await pass(600, 5);
    const before = requestsOf(sandbox, "/api/folders/");
    assert.ok(before < 15, `${before} requests in ten minutes`);
    await run("refresh");
    assert.ok(requestsOf(sandbox, "/api/folders/") > before);
  });

  it("stops everything when it is disposed of", async () => {
    await loadList();
    await pass(2);
    dispose();
    await eventually(() => clock.pending === 0, 0);
    const before = sandbox.requests.length;
    await pass(60, 5);
    assert.equal(sandbox.requests.length, before);
  });
});
