import type { Row } from "./row";

/** Runs a benchmark that has its own process, and sends its rows to the parent process. */
export async function report(measure: () => Promise<readonly Row[]>): Promise<void> {
  const rows = await measure();
  process.send?.(rows, () => process.exit());
}
