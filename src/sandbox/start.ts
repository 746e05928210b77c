import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { createSandbox, type FolderControl, type SandboxOptions } from "./createSandbox";
import { closeServer, HOST, listen, serve } from "./server/httpServer";

export interface StartOptions extends Partial<SandboxOptions> {
  /** On 127.0.0.1. Default 0: any free port. */
  readonly port?: number | undefined;
  /** Milliseconds by which every reply is delayed, or those by which the reply to a request is. Default 0. */
  readonly latency?: number | ((request: ReceivedRequest) => number) | undefined;
  /** Whether to record all requests in `requests`, for tests and benchmarks. Default false. */
  readonly recordRequests?: boolean | undefined;
}

/** A received request, without headers and body, which contain passwords and tokens. */
export interface ReceivedRequest {
  readonly method: string;
  /** For example `/api/folders/`. */
  readonly path: string;
  /** Without the question mark; empty if there is none. */
  readonly query: string;
}

export interface SandboxServer extends FolderControl {
  /** For example `http://127.0.0.1:8080`, without a trailing slash. */
  readonly address: string;
  readonly port: number;
  /** Oldest first; empty unless `recordRequests` is set. */
  readonly requests: readonly ReceivedRequest[];
  /** Stops the server at once, without waiting for pending replies. Can be called again. */
  close(): Promise<void>;
}

const DEFAULT_FOLDERS = 1000;

/**
 * Starts a sandbox on loopback. By default it uses the real clock and random numbers, and its epoch is now.
 * @throws Error if the port is taken, not allowed or out of range
 */
export async function startSandbox(options: StartOptions = {}): Promise<SandboxServer> {
  const { clock = { now: () => Date.now() }, latency = 0, port = 0 } = options;
  const sandbox = createSandbox({
    ...options,
    clock,
    folders: options.folders ?? DEFAULT_FOLDERS,
    epoch: options.epoch ?? clock.now(),
    randomBytes: options.randomBytes ?? randomBytes,
  });
  const requests: ReceivedRequest[] = [];
  const answer = async (request: Request): Promise<Response> => {
    const received = withoutSecrets(request);
    if (options.recordRequests) requests.push(received);
    const pause = typeof latency === "number" ? latency : latency(received);
    if (pause > 0) await delay(pause, undefined, { ref: false });
    return sandbox.fetch(request);
  };
  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing, answer));
  await listen(server, port);
  const { port: actualPort } = server.address() as AddressInfo;
  return {
    address: `http://${HOST}:${actualPort}`,
    port: actualPort,
    requests,
    arrive: sandbox.arrive,
    analyseAgain: sandbox.analyseAgain,
    remove: sandbox.remove,
    close: () => closeServer(server),
  };
}

function withoutSecrets({ method, url }: Request): ReceivedRequest {
  const { pathname, search } = new URL(url);
  return { method, path: pathname, query: search.slice(1) };
}
