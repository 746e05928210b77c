import { openWorkbench } from "./open";
import { themeSettings, waitForTheme, type Theme } from "./theme";
import type { Workbench } from "./workbench";

/** How a window is to look. */
export interface Look {
  readonly theme?: Theme;
  readonly size?: { readonly width: number; readonly height: number };
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** With these the page holds the letters of a terminal and no second copy of an editor's. */
const SETTINGS = { "editor.minimap.enabled": false, "terminal.integrated.gpuAcceleration": "off" };

/** What a test may leave behind: each command removes one kind. Signing out of a sandbox forgets it and its watches. */
const CLEANUP = [
  "workbench.action.closeQuickOpen",
  "workbench.action.closeAllEditors",
  "workbench.action.terminal.killAll",
  "workbench.action.closePanel",
  "ozInspector.signOut",
  "notifications.clearAll",
];

let shared: Promise<Workbench> | undefined;

/**
 * Returns the window that the tests of this process share, as if it had just been opened: nobody is signed in, no
 * editor is open, and the view is on screen. Who signs in to a server forgets it again, see `forgetConnections`.
 */
export async function sharedWorkbench(look: Look): Promise<Workbench> {
  shared ??= openWorkbench({ settings: SETTINGS });
  const workbench = await shared;
  try {
    await reset(workbench, look);
  } catch (error) {
    await discardShared();
    throw error;
  }
  return workbench;
}

async function reset(workbench: Workbench, { theme = "dark", size, settings }: Look): Promise<void> {
  const { page, inside } = workbench;
  await page.mouse.move(0, 0);
  for (const command of CLEANUP) await inside.execute(command);
  await page.setViewportSize(size ?? { width: 1280, height: 800 });
  await workbench.setFocus(true);
  await workbench.resetSettings({ ...themeSettings(theme), ...settings });
  await waitForTheme(page, theme);
  await workbench.openContainer("Oz Inspector");
  await workbench.view("ozInspector.folders").welcome();
  // The browser lets only the document that has the focus write to the clipboard: a preview may have had it.
  await inside.execute("workbench.action.focusSideBar");
  await workbench.copy("");
}

/** Closes the shared window: a test that fails may leave it in any state, and the next one gets a new one. */
export async function discardShared(): Promise<void> {
  const discarded = shared;
  shared = undefined;
  await (await discarded?.catch(() => undefined))?.close();
}
