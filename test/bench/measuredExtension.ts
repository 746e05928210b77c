import { setTimeout } from "node:timers/promises";
import { eventually } from "../ui/workbench/eventually";
import type { Workbench } from "../ui/workbench/workbench";

/**
 * Runs a command of the measured extension, see vscode/measured.ts.
 * @param job the command without its prefix `ozBench.`
 */
export async function askMeasured(
  workbench: Workbench,
  job: string,
  ...args: readonly unknown[]
): Promise<unknown> {
  return workbench.extensionHost.execute(`ozBench.${job}`, ...args);
}

/** Waits until VS Code has started the extension, which it does once it is idle. */
export async function extensionStarted(workbench: Workbench): Promise<void> {
  const isStarted = (): Promise<boolean> =>
    askMeasured(workbench, "start").then(
      () => true,
      () => false,
    );
  await eventually("the measured extension", isStarted, (started) => started);
}

/**
 * Signs in to a sandbox and reloads the window, as if the user came back to it. VS Code saves its state in the
 * background and loses it if the reload is too early, so this repeats until the state is kept.
 */
export async function connectMeasured(workbench: Workbench, address: string): Promise<void> {
  do {
    await askMeasured(workbench, "connect", address);
    await setTimeout(2000);
    await reloadMeasured(workbench);
  } while ((await askMeasured(workbench, "connectedTo")) !== address);
}

/** Reloads the window and waits for the extension. */
export async function reloadMeasured(workbench: Workbench): Promise<void> {
  await workbench.reload();
  await extensionStarted(workbench);
}
