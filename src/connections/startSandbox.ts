import type { RunningSandbox } from "./sandboxConnection";

/** What a newcomer explores: enough folders to page through, and a new one often enough to see things move. */
const FOLDERS = 10_000;
const ARRIVAL_INTERVAL = 20_000;

/**
 * Starts a sandbox of our own on a free port of this machine.
 * @param epoch epoch milliseconds at which its data begins
 */
export async function startSandbox(epoch: number): Promise<RunningSandbox> {
  const sandbox = await import("../sandbox/start");
  return sandbox.startSandbox({ folders: FOLDERS, arrivalInterval: ARRIVAL_INTERVAL, epoch });
}
