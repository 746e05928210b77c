import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile } from "node:fs/promises";
import path from "node:path";
import type { Command } from "./vscode/systems";

/** A step of `npm test`: a command that checks something or runs tests. */
export interface Layer {
  readonly name: string;
  readonly command: Command;
  /** Whether it runs tests; it then fails if it runs none. */
  readonly tests: boolean;
}

export interface Result {
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
}

/** Runs a layer in a process of its own; prints its output when it has ended, since others may run meanwhile. */
export async function runLayer(layer: Layer, folder: string): Promise<Result> {
  const [name, ...args] = layer.command;
  const started = performance.now();
  const tally = path.join(await mkdtemp(path.join(folder, "layer-")), "tally");
  const child = spawn(name, args, {
    env: { ...process.env, TEST_TALLY: tally },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => output.push(chunk));
  const end = (): boolean => child.kill();
  process.on("exit", end);
  const [code] = (await once(child, "close")) as [number | null];
  process.off("exit", end);
  console.log(`\n── ${layer.name}\n${Buffer.concat(output).toString()}`);

  const counts = layer.tests ? await readTally(tally) : { passed: 0, failed: 0 };
  const ranNone = layer.tests && counts.passed + counts.failed === 0;
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
