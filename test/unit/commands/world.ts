import { scrubbingLog } from "../../../src/base/log/log";
import { Scrubber } from "../../../src/base/log/scrubber";
import type { Services } from "../../../src/commands/command";
import { registerCommands } from "../../../src/commands/registerCommands";
import { clientFactory } from "../../../src/connections/clientFactory";
import { ConnectionManager } from "../../../src/connections/connectionManager";
import { Folders } from "../../../src/folders/folders";
import { registerTools } from "../../../src/tools/registerTools";
import type { ToolServices } from "../../../src/tools/tool";
import { TreeNode } from "../../../src/views/tree/treeNode";
import { Views } from "../../../src/views/views";
import { clearDesk, desk, note } from "../../standIn/desk";
import { TestMemory, TestSecrets } from "../connections/stores";
import { TestLog } from "../oz/support";
import { TestClock } from "../testClock";
import { FakeServer } from "./fakeServer";

const SERVER = "https://staging.example.com";

/** A window that is signed in to the server "Staging". Its first folder is loaded, and nothing is polled. */
export interface World extends Services, ToolServices {
  readonly server: FakeServer;
  readonly clock: TestClock;
  /** All rows of a view, children included. */
  rows(viewId: string): Promise<readonly TreeNode[]>;
}

/** Opens such a window on the stand-in, as `activate` does on VS Code. */
export async function openWorld(): Promise<World> {
  clearDesk();
  const server = new FakeServer();
  const [clock, scrubber, memory] = [new TestClock(), new Scrubber(), new TestMemory()];
  const ids = ["staging"];
  const log = scrubbingLog(new TestLog(), scrubber, clock);
  const connections = new ConnectionManager({
    memory,
    windowMemento: new TestMemory(),
    secrets: new TestSecrets(),
    clock,
    openClient: clientFactory({
      transport: server.transport,
      clock,
      log,
      scrubber,
      timeLimit: () => 30_000,
    }),
    startOwnSandbox: () => Promise.reject(new Error("There is no sandbox.")),
    newId: () => ids.shift() ?? "another",
  });
  const folders = new Folders(
    () => connections.client(),
    memory,
    new TestMemory(),
    clock,
    () => 0.5,
  );
  const views = new Views(folders, () => connections.current, connections.serverClock, new TestMemory());
  const { list, documents } = views;
  const services = { connections, folders, list, documents, log, scrubber };
  registerCommands(services, () => note("log", ""));
  registerTools(services);
  connections.onDidChange(() => {
    folders.show(connections.keys);
    views.showConnection();
  });
  const { saved } = await connections.signIn(
    SERVER,
    { accessToken: "a".repeat(128) },
    AbortSignal.timeout(1000),
  );
  await connections.rename(saved.id, { name: "Staging" });
  await folders.reader.readNewest();
  desk.settings.set("ozInspector.webConsole.folderUrl", "https://console.example.com/{folder_id}");
  desk.settings.set("ozInspector.watch.notify", "never");
  desk.settings.set("ozInspector.lookUp.keys", ["transaction_id", "event_session_id"]);
  return { ...services, server, clock, rows };
}

async function rows(viewId: string, above?: TreeNode): Promise<readonly TreeNode[]> {
  const children = (await desk.trees.get(viewId)?.getChildren(above)) ?? [];
  const below = await Promise.all(
    children.filter((one) => one instanceof TreeNode).map(async (row) => [row, ...(await rows(viewId, row))]),
  );
  return below.flat();
}
