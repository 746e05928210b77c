import { setTimeout } from "node:timers/promises";

let isPrepared = false;

/**
 * Makes Ctrl-C, a request to end and the end of our parent leave nothing behind: without a listener the first two
 * would end us before "exit", at which processes are ended and folders removed, and the third would not end us.
 */
export function exitOnSignal(code: number): void {
  if (isPrepared) return;
  isPrepared = true;
  // npm repeats the signal that the terminal has sent: a listener has to be there for the second one too.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(code));
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(code);
  }, 1000).unref();
}

/**
 * Runs a command line tool: ends this process with the code that it gives, or with 1 and a message when it fails.
 * @param codeOnSignal what a shell expects of a tool that was interrupted, unless that is the way to end it
 */
export async function exitWith(main: () => Promise<number>, codeOnSignal = 130): Promise<never> {
  exitOnSignal(codeOnSignal);
  try {
    process.exit(await main());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    // @vscode/test-electron stops reading as soon as we end.
    await setTimeout(100);
    process.exit(1);
  }
}
