import { setTimeout } from "node:timers/promises";

let isPrepared = false;

/**
 * Exits on Ctrl-C, on other signals and when the parent process ends. By default, signals would skip the "exit" event,
 * which kills processes and removes folders, and we would outlive the parent.
 */
export function exitOnSignal(code: number): void {
  if (isPrepared) return;
  isPrepared = true;
  // `on`, not `once`, as npm repeats the terminal's signal.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(code));
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(code);
  }, 1000).unref();
}

/**
 * Runs a command-line tool and exits with the code that it returns, or with 1 and a message if it fails.
 * @param codeOnSignal exit code after a signal: 130 as shells expect, or 0 if Ctrl-C is the normal way to stop
 */
export async function exitWith(main: () => Promise<number>, codeOnSignal = 130): Promise<never> {
  exitOnSignal(codeOnSignal);
  try {
    process.exit(await main());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    // @vscode/test-electron stops reading our output as soon as we exit.
    await setTimeout(100);
    process.exit(1);
  }
}
