// The process that sandboxes run in, so that their work is not counted as ours; see sandboxProcess.ts.
import { startSandbox, type SandboxServer } from "../../src/sandbox/start";

/** What a benchmark wants of a sandbox. */
interface SandboxWish {
  readonly folders: number;
  /** Milliseconds that every reply waits. */
  readonly latency: number;
  /** Two sandboxes with the same have folders with the same ids. Default 1. */
  readonly seed?: number;
  /** Whether its clock stands but for `moveOn`, so that nothing ends by itself. */
  readonly stands?: boolean;
}

const sandboxes: { readonly sandbox: SandboxServer; ahead: number }[] = [];

const at = (index: number) => {
  const found = sandboxes[index];
  if (!found) throw new Error(`There is no sandbox ${index}.`);
  return found;
};

const jobs = {
  /** Starts a sandbox; gives its address, and by its place in `sandboxes` what to call it. */
  start: async (wish: SandboxWish) => {
    const index = sandboxes.length;
    const begin = Date.now();
    const clock = { now: () => (wish.stands ? begin : Date.now()) + (sandboxes[index]?.ahead ?? 0) };
    const sandbox = await startSandbox({ ...wish, clock, recordRequests: true });
    sandboxes.push({ sandbox, ahead: 0 });
    return { index, address: sandbox.address };
  },
  /** Posts analyses to a folder, which run after this and will be declined; gives the real moment. */
  analyseAgain: (index: number, id: string) => {
    const began = Date.now();
    at(index).sandbox.analyseAgain(id, "DECLINED");
    // At the very moment of the request they have not begun, and a clock that stands would leave it at that.
    at(index).ahead += 100;
    return began;
  },
  /** Moves the clock of a sandbox on, so that what runs ends; gives the real moment. */
  moveOn: (index: number, milliseconds: number) => {
    at(index).ahead += milliseconds;
    return Date.now();
  },
  /** How many requests have come in. */
  requests: (index: number) => at(index).sandbox.requests.length,
};

export type SandboxJobs = typeof jobs;

/** A job that is wanted, and how to tell its answer from others. */
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
