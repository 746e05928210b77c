import type { Row } from "./row";

/** Runs a benchmark that has a process for itself, and hands its rows to the process that started it. */
export async function report(measure: () => Promise<readonly Row[]>): Promise<void> {
  const rows = await measure();
  process.send?.(rows, () => process.exit());
}
