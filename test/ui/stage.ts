import type { StartOptions } from "../../src/sandbox/start";
import { startTestSandbox, type TestSandbox } from "./server";
import { sharedWorkbench, type Look } from "./workbench/shared";
import type { View } from "./workbench/view";
import type { Workbench } from "./workbench/workbench";

/** The shared window, for a test. */
export interface Window {
  readonly workbench: Workbench;
  /** The view "Folders". */
  readonly view: View;
}

export interface Stage extends Window {
  /** The sandbox whose folders the window shows. */
  readonly sandbox: TestSandbox;
}

/**
 * Gives each test of a suite the shared window, signed out.
 * @returns properties that are set before each test, to be read only within one
 */
export function useWindow(look: Look = {}): Window {
  const window: { -readonly [K in keyof Window]?: Window[K] } = {};
  beforeEach("the shared window", async () => {
    window.workbench = await sharedWorkbench(look);
    window.view = window.workbench.view("ozInspector.folders");
  });
  return window as Window;
}

/**
 * Gives each test of a suite the shared window with a new sandbox, so that no test depends on another.
 * @param options of the sandbox, made anew for each test; 300 folders by default
 * @returns properties that are set before each test, to be read only within one
 */
export function useStage(look: Look = {}, options: () => StartOptions = () => ({})): Stage {
  const stage: { -readonly [K in keyof Stage]?: Stage[K] } = useWindow(look);
  beforeEach("a sandbox", async () => {
    const { workbench, view } = stage as Window;
    stage.sandbox = await startTestSandbox({ folders: 300, ...options() });
    await workbench.extensionHost.execute("ozInspector.openSandbox", stage.sandbox.address);
    await view.tree.waitFor("folders", (rows) => rows.some(({ level }) => level === 1));
  });
  afterEach(async () => {
    await stage.sandbox?.close();
    stage.sandbox = undefined;
  });
  return stage as Stage;
}
