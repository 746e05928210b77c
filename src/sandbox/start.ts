import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { createSandbox } from "./createSandbox";
import type { FolderControl } from "./folderControl";
import type { SandboxOptions } from "./options";
import { HOST, close, listen } from "./server/listen";
import { type ReceivedRequest, received } from "./server/received";
import { serve } from "./server/serve";

export interface StartOptions extends Partial<SandboxOptions> {
  /** On 127.0.0.1. 0 or nothing: any free one. */
  readonly port?: number | undefined;
  /** Milliseconds that every reply waits. */
  readonly latency?: number | undefined;
  /** Whether to keep all requests in `requests`, for tests and benchmarks that count them. Default false: none is. */
  readonly recordRequests?: boolean | undefined;
}

export interface RunningSandbox extends FolderControl {
  /** For example `http://127.0.0.1:8080`, without a slash at its end. */
  readonly address: string;
  readonly port: number;
  /** What was asked, oldest first, from the moment it comes in; empty unless `recordRequests` is set. */
  readonly requests: readonly ReceivedRequest[];
  /** Ends at once, also for whoever still waits for a reply. Can be called again. */
  close(): Promise<void>;
}

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
  const requests: ReceivedRequest[] = [];
  const answer = async (request: Request): Promise<Response> => {
    if (options.recordRequests) requests.push(received(request));
    if (latency > 0) await delay(latency, undefined, { ref: false });
    return sandbox.fetch(request);
  };
  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing, answer));
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://${HOST}:${taken}`,
    port: taken,
    requests,
    analyseAgain: sandbox.analyseAgain,
    remove: sandbox.remove,
    close: () => close(server),
  };
}
