import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";

/** A step of `npm test`: a command that checks something or runs tests. */
export interface Layer {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Whether it runs tests; it then fails if it runs none. */
  readonly tests: boolean;
}

export interface Result {
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
}

/** Runs a layer in a process of its own and passes its output through. */
export async function runLayer({ command: [name, ...args], tests }: Layer, folder: string): Promise<Result> {
  const started = performance.now();
  const tally = path.join(folder, "tally");
  await rm(tally, { force: true });
  const child = spawn(name, args, {
    env: { ...process.env, TEST_TALLY: tally },
    shell: process.platform === "win32",
    stdio: ["ignore", "inherit", "inherit"],
  });
  const end = (): boolean => child.kill();
  process.on("exit", end);
  const [code] = (await once(child, "exit")) as [number | null];
  process.off("exit", end);

  const counts = tests ? await readTally(tally) : { passed: 0, failed: 0 };
  const ranNone = tests && counts.passed + counts.failed === 0;
  // A layer that failed without a failed test counts as one failure, so that it is not missed.
  const broke = counts.failed === 0 && (code !== 0 || ranNone);
  return {
    passed: counts.passed,
    failed: counts.failed + (broke ? 1 : 0),
    seconds: (performance.now() - started) / 1000,
  };
}

/** Adds up the lines that test/tally.cjs wrote. */
async function readTally(file: string): Promise<{ passed: number; failed: number }> {
  const text = await readFile(file, "utf8").catch(() => "");
  const sum = { passed: 0, failed: 0 };
  for (const line of text.split("\n").filter((each) => each !== "")) {
    const [passed, failed] = line.split(" ").map(Number) as [number, number];
    sum.passed += passed;
    sum.failed += failed;
  }
  return sum;
}
