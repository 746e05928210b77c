import assert from "node:assert/strict";
import { setImmediate, setTimeout } from "node:timers/promises";
import type { ExtensionContext } from "vscode";
import { systemClock } from "../../src/base/clock";
import { activate } from "../../src/extension";
import { startSandbox, type SandboxServer } from "../../src/sandbox/start";
import { CLOCK_TIME, withTimes } from "../clockTime";
import { sandboxClient } from "../sandboxClient";
import { clearDesk, desk } from "../standIn/desk";
import { changeTabs, closeDocument, documents, textOf } from "../standIn/documents";
import { changeSetting } from "../standIn/settings";
import { TestMemory, TestSecrets } from "./connections/stores";
import { TestClock, useAsSystemClock } from "./testClock";

const realClock = { ...systemClock };

/** The documents that show a folder, by the command that opens one. */
const KINDS = { openJson: ".json", explainResult: ".md" } as const;

describe("open documents", () => {
  let clock: TestClock;
  let sandbox: SandboxServer;
  let other: SandboxServer;
  let id: string;
  let stores: Pick<ExtensionContext, "globalState" | "workspaceState" | "secrets">;
  const subscriptions: { dispose(): unknown }[] = [];

  const start = (seed: number, port?: number): Promise<SandboxServer> =>
    startSandbox({ folders: 5, clock, recordRequests: true, seed, port });

  beforeEach(async () => {
    clearDesk();
    clock = new TestClock();
    useAsSystemClock(clock);
    sandbox = await start(1);
    other = await start(2);
    const { folders } = await sandboxClient(sandbox.address).listFolders({ offset: 0, limit: 5 });
    id = folders.at(-1)!.id;
    const [globalState, workspaceState] = [new TestMemory(), new TestMemory()];
    stores = { globalState, workspaceState, secrets: new TestSecrets() } as unknown as typeof stores;
    restart();
    await run("openSandbox", sandbox.address);
  });
  afterEach(async () => {
    dispose();
    Object.assign(systemClock, realClock);
    await Promise.all([sandbox.close(), other.close()]);
  });

  /** Restarts the extension host: the documents stay open. */
  function restart(): void {
    dispose();
    activate({ ...stores, subscriptions } as unknown as ExtensionContext);
  }

  function dispose(): void {
    for (const subscription of subscriptions.splice(0)) subscription.dispose();
  }

  const run = async (command: string, argument?: unknown): Promise<void> => {
    await desk.commands.get(`ozInspector.${command}`)?.(argument);
  };

  /** Advances the clock until the condition holds. */
  async function eventually(holds: () => boolean, what: () => unknown): Promise<void> {
    for (let count = 0; count < 1000 && !holds(); count++) {
      clock.advance(500);
      await setTimeout(5);
    }
    assert.ok(holds(), JSON.stringify(what()));
  }

  const requestsFor = (server: SandboxServer): number =>
    server.requests.filter(({ path }) => path.includes(id)).length;

  for (const [command, ending] of Object.entries(KINDS))
    describe(`by ${command}`, () => {
      const text = (): string => textOf(`${id}${ending}`) ?? "";
      const has = (part: string): Promise<void> => eventually(() => text().includes(part), text);

      it("follow an ended folder while the list is hidden", async () => {
        await run(command, id);
        await has(id);
        const before = text();
        sandbox.analyseAgain(id, "FAILED");
        await eventually(() => text() !== before, text);
      });

      it("follow also if a tab of another document changes while they open", async () => {
        const opening = run(command, id);
        for (let isOpen = false; !isOpen;) {
          changeTabs();
          isOpen = await Promise.race([opening.then(() => true), setImmediate(false)]);
        }
        await has(id);
        const before = text();
        sandbox.analyseAgain(id, "FAILED");
        await eventually(() => text() !== before, text);
      });

      it("are not polled for once they are closed", async () => {
        await run(command, id);
        await has(id);
        closeDocument([...desk.documents.keys()][0] ?? "");
        const before = sandbox.requests.length;
        for (let count = 0; count < 100; count++) {
          clock.advance(5000);
          await setTimeout(1);
        }
        assert.equal(sandbox.requests.length, before);
      });

      it("follow again after a restart of the extension host", async () => {
        await run(command, id);
        await has(id);
        restart();
        const before = text();
        sandbox.analyseAgain(id, "FAILED");
        await eventually(() => text() !== before, text);
      });

      it("keep their text while another connection is shown, whose server is not asked for them", async () => {
        await run(command, id);
        await has(id);
        const before = text();
        await run("openSandbox", other.address);
        desk.views.get("ozInspector.folders")?.setVisible(true);
        await eventually(
          () => other.requests.length > 0,
          () => other.requests,
        );
        changeSetting("ozInspector.findings.hidden", []);
        await setTimeout(50);
        assert.ok(text().includes(before), text());
        assert.equal(requestsFor(other), 0);
      });
    });

  describe("of an explanation", () => {
    const text = (): string => textOf(`${id}.md`)?.replaceAll("\\", "") ?? "";
    const has = (part: RegExp): Promise<void> => eventually(() => part.test(text()), text);

    it("say that another connection is shown, until theirs is shown again", async () => {
      await run("explainResult", id);
      await has(/^# /);
      const before = text();
      await run("openSandbox", other.address);
      await has(/^> From the sandbox\. Not updated while another connection is shown\.\n\n# /);
      restart();
      await has(/^> From the sandbox\. Not updated while another connection is shown\.\n\n# /);
      await run("openSandbox", sandbox.address);
      await eventually(() => text() === before, text);
    });

    it("open their preview anew after a restart of the extension host alone, as VS Code leaves it as it was", async () => {
      await run("explainResult", id);
      await has(/^# /);
      const commands = (): readonly string[] =>
        desk.seen.filter(({ what }) => what === "command").map(({ text }) => text);
      const before = commands();
      desk.sessionId = "after a reload of the window";
      restart();
      assert.deepEqual(commands(), before);
      restart();
      const isPreview = (text: string): boolean => text.startsWith("markdown.showPreview");
      await eventually(() => commands().slice(before.length).some(isPreview), commands);
    });

    it("say that the server is away after a restart, and are up to date once it is back", async () => {
      await run("explainResult", id);
      await has(/^# /);
      const { port } = sandbox;
      await sandbox.close();
      restart();
      await has(withTimes`^> .* Not updated since ${CLOCK_TIME}\.\n\n# `);
      sandbox = await start(1, port);
      await has(/^# /);
    });

    it("that VS Code restores while the server is away say so, and are shown once it is back", async () => {
      await run("explainResult", id);
      await has(/^# /);
      const { port } = sandbox;
      const [uri] = [...desk.documents.values()].map(({ document }) => document.uri);
      await sandbox.close();
      desk.documents.clear();
      restart();
      await documents.openTextDocument(uri);
      await has(/^> Not loaded: .* It loads as soon as it can be read\.\n\n# Folder /);
      sandbox = await start(1, port);
      await has(/^# (?!Folder)/);
    });

    it("say that the folder is no longer on the server", async () => {
      await run("explainResult", id);
      await has(/^# /);
      sandbox.remove(id);
      await run("refreshFolder", id);
      await has(/^> This folder is no longer on the server\.\n\n# /);
    });
  });
});
