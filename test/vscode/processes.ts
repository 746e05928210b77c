import { spawn, spawnSync, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { endCommand, here } from "./systems";

/** A child process with piped output. */
export type OwnProcess = ChildProcessByStdio<null, Readable, Readable>;

const running = new Set<OwnProcess>();

/** Starts a process in its own group, to kill it with its children, at the latest when we exit. */
export function startProcess(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd = process.cwd(),
): OwnProcess {
  const child = spawn(command, args, {
    cwd,
    env,
    // A group of its own; on Windows it would be a console window, and its children end without.
    detached: here.platform !== "win32",
    stdio: ["ignore", "pipe", "pipe"],
  });
  // Before temporary folders are removed, as the process may write into them.
  if (running.size === 0) process.prependListener("exit", killAll);
  running.add(child);
  child.once("exit", () => {
    running.delete(child);
    if (running.size === 0) process.off("exit", killAll);
  });
  return child;
}

/** Kills a process that {@link startProcess} started, with its children. */
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
  const command = endCommand(here, pid);
  if (command) {
    const [name, ...args] = command;
    spawnSync(name, args);
    return;
  }
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has already exited.
  }
}
