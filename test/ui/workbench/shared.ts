import { openWorkbench } from "./open";
import { themeSettings, waitForTheme, type Theme } from "./theme";
import type { Workbench } from "./workbench";

/** The look of a window. */
export interface Look {
  readonly theme?: Theme;
  readonly size?: { readonly width: number; readonly height: number };
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Renders the text of terminals into the page, and the text of editors only once. */
const SETTINGS = { "editor.minimap.enabled": false, "terminal.integrated.gpuAcceleration": "off" };

/** Commands that remove what a test may leave behind. Signing out of a sandbox removes it and its watches. */
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
 * Returns the window that the tests of this process share, as if just opened: signed out, no open editors, the view
 * visible. Tests that sign in to a server must remove it again, see `removeConnections`.
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
  const { page, extensionHost } = workbench;
  await page.mouse.move(0, 0);
  for (const command of CLEANUP) await extensionHost.execute(command);
  await page.setViewportSize(size ?? { width: 1280, height: 800 });
  await workbench.setFocus(true);
  await workbench.resetSettings({ ...themeSettings(theme), ...settings });
  await waitForTheme(page, theme);
  await workbench.openContainer("Oz Inspector");
  await workbench.view("ozInspector.folders").welcome();
  // The browser lets only the focused document write to the clipboard, and a preview may have the focus.
  await extensionHost.execute("workbench.action.focusSideBar");
  await workbench.copy("");
}

/** Closes the shared window, as a failed test may leave it in any state. The next test gets a new one. */
export async function discardShared(): Promise<void> {
  const discarded = shared;
  shared = undefined;
  await (await discarded?.catch(() => undefined))?.close();
}
