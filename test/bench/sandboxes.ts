// Runs sandboxes in a process of their own, so that their work is not counted as ours; see sandboxProcess.ts.
import { startSandbox, type SandboxServer } from "../../src/sandbox/start";

/** How a benchmark starts a sandbox. */
interface SandboxOptions {
  readonly folders: number;
  /** Milliseconds by which every reply is delayed. */
  readonly latency: number;
  /** Sandboxes with the same seed have folders with the same IDs. Default 1. */
  readonly seed?: number;
  /** Whether its clock moves only by `advance`, so that nothing ends by itself. */
  readonly frozen?: boolean;
}

const sandboxes: { readonly sandbox: SandboxServer; ahead: number }[] = [];

const at = (index: number) => {
  const found = sandboxes[index];
  if (!found) throw new Error(`There is no sandbox ${index}.`);
  return found;
};

const jobs = {
  /** Starts a sandbox; returns its address, and its index for the other jobs. */
  start: async (options: SandboxOptions) => {
    const index = sandboxes.length;
    const begin = Date.now();
    const clock = { now: () => (options.frozen ? begin : Date.now()) + (sandboxes[index]?.ahead ?? 0) };
    const sandbox = await startSandbox({ ...options, clock, recordRequests: true });
    sandboxes.push({ sandbox, ahead: 0 });
    return { index, address: sandbox.address };
  },
  /** Posts analyses to a folder, which run and will be declined; returns the real time in epoch milliseconds. */
  analyseAgain: (index: number, id: string) => {
    const began = Date.now();
    at(index).sandbox.analyseAgain(id, "DECLINED");
    // They start a moment after the request, which a frozen clock would never reach.
    at(index).ahead += 100;
    return began;
  },
  /** Advances the clock of a sandbox, so that analyses end; returns the real time in epoch milliseconds. */
  advance: (index: number, milliseconds: number) => {
    at(index).ahead += milliseconds;
    return Date.now();
  },
  /** Number of requests received. */
  requests: (index: number) => at(index).sandbox.requests.length,
};

export type SandboxJobs = typeof jobs;

/** A job to run, and the number that its answer repeats. */
export interface SandboxQuestion {
  readonly id: number;
  readonly job: keyof SandboxJobs;
  readonly args: readonly unknown[];
}

process.on("message", ({ id, job, args }: SandboxQuestion) => {
  const work = jobs[job] as (...args: readonly unknown[]) => unknown;
  Promise.resolve()
    .then(() => work(...args))
    .then(
      (value) => process.send?.({ id, value }),
      (error: unknown) => process.send?.({ id, error: String(error) }),
    );
});
process.on("disconnect", () => process.exit());
