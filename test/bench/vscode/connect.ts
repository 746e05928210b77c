import { randomUUID } from "node:crypto";
import type { ExtensionContext } from "vscode";
import { systemClock as clock } from "../../../src/base/clock";
import { Scrubber } from "../../../src/base/log/scrubber";
import { clientFactory } from "../../../src/connections/clientFactory";
import { ConnectionList } from "../../../src/connections/connectionList";
import { ConnectionManager } from "../../../src/connections/connectionManager";
import { desktopTransport } from "../../../src/oz/http/desktopTransport";
import { SANDBOX_ACCOUNT } from "../../../src/sandbox/account";

const silent = (): undefined => undefined;
const log = { debug: silent, info: silent, warn: silent, error: silent };

/** Signs in to a sandbox as to any server; the window shows it after a reload. */
export async function connect(context: ExtensionContext, address: string): Promise<void> {
  const { globalState: memory, workspaceState: windowMemento, secrets } = context;
  const openClient = clientFactory({
    transport: desktopTransport(() => true),
    clock,
    log,
    scrubber: new Scrubber(),
    timeLimit: () => 30_000,
  });
  const startOwnSandbox = () => Promise.reject(new Error("The sandbox is already running."));
  const manager = new ConnectionManager({
    ...{ memory, windowMemento, secrets, clock, openClient, startOwnSandbox },
    newId: randomUUID,
  });
  const { accessToken } = SANDBOX_ACCOUNT;
  await manager.signIn(address, { accessToken }, new AbortController().signal);
  manager.dispose();
}

/** @returns the address of the server that the window shows, as VS Code has saved it */
export function connectedTo({ globalState, workspaceState }: ExtensionContext): string | undefined {
  return new ConnectionList(globalState, workspaceState, clock).active?.baseUrl;
}
