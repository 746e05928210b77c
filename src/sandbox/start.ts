import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { getRequestListener } from "@hono/node-server";
import { createSandbox } from "./createSandbox";
import type { FolderControl } from "./folderControl";
import type { SandboxOptions } from "./options";

export interface StartOptions extends Partial<SandboxOptions> {
  /** On 127.0.0.1. 0 or nothing: any free one. */
  readonly port?: number | undefined;
  /** Milliseconds that every reply waits. */
  readonly latency?: number | undefined;
}

export interface RunningSandbox extends FolderControl {
  /** For example `http://127.0.0.1:8080`, without a slash at its end. */
  readonly address: string;
  readonly port: number;
  /** Ends at once, also for whoever still waits for a reply. Can be called again. */
  close(): Promise<void>;
}

const HOST = "127.0.0.1";
const DEFAULT_FOLDERS = 1000;

/**
 * Starts a sandbox that only this machine can reach. Time and randomness are the real ones and the epoch is now,
 * unless given.
 * @throws Error with one sentence, when the port is taken or not allowed
 */
export async function startSandbox(options: StartOptions = {}): Promise<RunningSandbox> {
  const { clock = { now: () => Date.now() }, latency = 0, port = 0 } = options;
  const sandbox = createSandbox({
    ...options,
    clock,
    folders: options.folders ?? DEFAULT_FOLDERS,
    epoch: options.epoch ?? clock.now(),
    randomBytes: options.randomBytes ?? randomBytes,
  });
  const answer = async (request: Request): Promise<Response> => {
    if (latency > 0) await delay(latency, undefined, { ref: false });
    return sandbox.fetch(request);
  };
  // The extension host is shared: its global Request and Response stay as they are.
  const listener = getRequestListener(answer, { overrideGlobalObjects: false });
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://${HOST}:${taken}`,
    port: taken,
    analyseAgain: sandbox.analyseAgain,
    remove: sandbox.remove,
    close: () => close(server),
  };
}

async function listen(server: Server, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, HOST, resolve);
    });
  } catch (error) {
    throw new Error(explain(error as NodeJS.ErrnoException, port), { cause: error });
  }
}

function explain(error: NodeJS.ErrnoException, port: number): string {
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${port} is already in use: choose another one, or 0 for any.`;
    case "EACCES":
      return `Port ${port} may not be used by you: choose one above 1023, or 0 for any.`;
    case "ERR_SOCKET_BAD_PORT":
      return `${port} is no port: choose a whole number from 0 to 65535.`;
    default:
      return `The sandbox could not listen on port ${port}: ${error.message}.`;
  }
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
