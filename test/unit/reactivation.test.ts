import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import type { ExtensionContext } from "vscode";
import { systemClock } from "../../src/base/clock";
import { tokensKey } from "../../src/connections/secrets";
import { activate } from "../../src/extension";
import { writeTokens } from "../../src/oz/session/tokens";
import { SANDBOX_ACCOUNT } from "../../src/sandbox/account";
import { startSandbox, type SandboxServer } from "../../src/sandbox/start";
import type { Fault } from "../faults/catalogue/fault";
import { startFront, type Front } from "../faults/front/front";
import { clearDesk, desk } from "../standIn/desk";
import { held } from "../standIn/held";
import { TestMemory, TestSecrets } from "./connections/stores";
import { TestClock, useAsSystemClock } from "./testClock";

const { accessToken } = SANDBOX_ACCOUNT;
const realClock = { ...systemClock };

/** A server that takes each request and never replies. */
const SILENT: Fault = {
  id: "silent",
  group: "connection",
  title: "never replies",
  sentence: undefined,
  reason: "timeout",
  act: { at: "request", answer: () => undefined },
};

describe("activated and deactivated again and again", () => {
  let clock: TestClock;
  let sandbox: SandboxServer;
  let front: Front;
  let globalState: TestMemory;
  let secrets: TestSecrets;
  const subscriptions: { dispose(): unknown }[] = [];
  /** What other tests hold. */
  let before: ReadonlyMap<string, number>;

  beforeEach(async () => {
    before = new Map(held);
    clearDesk();
    clock = new TestClock();
    useAsSystemClock(clock);
    sandbox = await startSandbox({ folders: 5, clock });
    front = await startFront(sandbox.address);
    globalState = new TestMemory();
    secrets = new TestSecrets();
    const saved = { kind: "server", id: "s", name: "Server", baseUrl: front.address, signedIn: true };
    await globalState.update("ozInspector.connections", [saved]);
    await globalState.update("ozInspector.activeConnection", "s");
    await secrets.store(tokensKey(saved), writeTokens({ accessToken }));
  });
  afterEach(async () => {
    deactivate();
    Object.assign(systemClock, realClock);
    await front.close();
    await sandbox.close();
  });

  function start(): void {
    const stores = { globalState, workspaceState: new TestMemory(), secrets };
    activate({ ...stores, subscriptions } as unknown as ExtensionContext);
  }

  function deactivate(): void {
    for (const subscription of subscriptions.splice(0)) subscription.dispose();
  }

  const run = async (command: string, argument?: unknown): Promise<void> => {
    await desk.commands.get(`ozInspector.${command}`)?.(argument);
  };

  /** @param step milliseconds by which the clock advances again and again meanwhile */
  async function eventually(holds: () => boolean | Promise<boolean>, step = 100): Promise<void> {
    for (let turn = 0; turn < 1000 && !(await holds()); turn++) {
      clock.advance(step);
      await setTimeout(5);
    }
    assert.ok(await holds());
  }

  /** @returns the ID of a folder, once the list shows one */
  async function firstFolder(): Promise<string> {
    desk.views.get("ozInspector.folders")?.setVisible(true);
    let id: string | undefined;
    await eventually(async () => {
      const rows = (await desk.trees.get("ozInspector.folders")?.getChildren()) as { readonly id: string }[];
      id = rows.map((row) => /^folder\/(.*)/.exec(row.id)?.[1]).find((one) => one !== undefined);
      return id !== undefined;
    });
    return id ?? "";
  }

  /** Nothing is left that the next start would find, or that keeps the old one alive. */
  async function assertNothingLeft(): Promise<void> {
    assert.deepEqual([...held], [...before]);
    await eventually(() => clock.pending === 0 && front.openSockets === 0, 0);
    const sent = front.requests.length;
    clock.advance(600_000);
    await setTimeout(5);
    assert.deepEqual([clock.pending, front.requests.length], [0, sent]);
  }

  it("leaves no listener, registration, timer or socket, fifty times", async () => {
    let watched: string | undefined;
    for (let count = 0; count < 50; count++) {
      start();
      const id = await firstFolder();
      await run("openJson", id);
      await run("explainResult", id);
      watched ??= id;
      assert.ok(held.get("command") !== before.get("command"));
      await run(count % 2 === 0 ? "watchFolder" : "unwatchFolder", watched);
      deactivate();
      await assertNothingLeft();
    }
  });

  it("leaves no socket or timer while a server never replies", async () => {
    front.fault = SILENT;
    for (let count = 0; count < 5; count++) {
      start();
      desk.views.get("ozInspector.folders")?.setVisible(true);
      const sent = front.requests.length;
      await eventually(() => front.requests.length > sent);
      deactivate();
      await assertNothingLeft();
    }
  });
});
