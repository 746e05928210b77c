import { spawn, spawnSync, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";

/** A child process whose output is read. */
export type OwnProcess = ChildProcessByStdio<null, Readable, Readable>;

const running = new Set<OwnProcess>();

/** Starts a process in a group of its own, so that it ends with all of its children, and at the latest with us. */
export function startProcess(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd = process.cwd(),
): OwnProcess {
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  // Before temporary folders are removed, into which it may write.
  if (running.size === 0) process.prependListener("exit", killAll);
  running.add(child);
  child.once("exit", () => {
    running.delete(child);
    if (running.size === 0) process.off("exit", killAll);
  });
  return child;
}

/** Ends a process that {@link startProcess} started, together with its children. */
export async function endProcess(child: OwnProcess): Promise<void> {
  if (child.pid === undefined || !running.has(child)) return;
  const exit = once(child, "exit");
  kill(child);
  await exit;
}

function killAll(): void {
  for (const child of running) kill(child);
}

function kill({ pid }: OwnProcess): void {
  if (pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/F", "/T", "/PID", String(pid)]);
    return;
  }
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
