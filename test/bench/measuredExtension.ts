import { setTimeout } from "node:timers/promises";
import { eventually } from "../ui/workbench/eventually";
import type { Workbench } from "../ui/workbench/workbench";

/**
 * Asks the measured extension, see vscode/measured.ts.
 * @param job one of its commands, without what they all begin with
 */
export async function askMeasured(
  workbench: Workbench,
  job: string,
  ...args: readonly unknown[]
): Promise<unknown> {
  return workbench.extensionHost.execute(`ozBench.${job}`, ...args);
}

/** Waits until VS Code has started the extension, which it does when it has nothing else to do. */
export async function extensionStarted(workbench: Workbench): Promise<void> {
  const isStarted = (): Promise<boolean> =>
    askMeasured(workbench, "start").then(
      () => true,
      () => false,
    );
  await eventually("the measured extension", isStarted, (started) => started);
}

/**
 * Signs in to a sandbox and loads the window anew, as it is when somebody comes back to it. VS Code saves in the
 * background what it is to know then and forgets it when it is too soon: then this tries again.
 */
export async function connectMeasured(workbench: Workbench, address: string): Promise<void> {
  do {
    await askMeasured(workbench, "connect", address);
    await setTimeout(2000);
    await reloadMeasured(workbench);
  } while ((await askMeasured(workbench, "connectedTo")) !== address);
}

/** Loads the window anew and waits for the extension. */
export async function reloadMeasured(workbench: Workbench): Promise<void> {
  await workbench.reload();
  await extensionStarted(workbench);
}
