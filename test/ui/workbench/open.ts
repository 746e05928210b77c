import path from "node:path";
import type { Browser } from "playwright-core";
import { openProfile, startBrowser } from "../../vscode/browser";
import { exitOnSignal } from "../../vscode/exit";
import { pageAddress } from "../../vscode/page";
import { provision } from "../../vscode/provision";
import { startServer, type ServerOptions } from "../../vscode/server";
import { isVersion, type Version } from "../../vscode/versions";
import { copyWorkspace } from "../../vscode/workspace";
import { PATIENCE } from "./eventually";
import { Inside } from "./inside";
import { themeSettings, type Theme } from "./theme";
import { Workbench } from "./workbench";

/** How to open a window of VS Code. */
export interface OpenOptions extends Pick<
  ServerOptions,
  "env" | "settings" | "machineSettings" | "workspaceTrust" | "trace"
> {
  /** The extension's folder; the project's by default. */
  readonly extension?: string;
  /** The folder of which a copy is opened; the sample workspace by default. */
  readonly folder?: string;
  /** A `.code-workspace` file in that folder, to open instead of it. */
  readonly workspaceFile?: string;
  /** The URI of a folder that is not on a disk, to open instead of all this. */
  readonly virtualFolder?: string;
  /** Which VS Code; the one under test by default. */
  readonly vscode?: Version;
  readonly theme?: Theme;
  readonly size?: { readonly width: number; readonly height: number };
  /** Whether the secret storage is empty after a reload, as after a start where there is no keyring. */
  readonly forgetsSecrets?: boolean;
}

const root = path.join(import.meta.dirname, "../../..");

/** One for all windows of this process, each of which has a profile of its own in it. */
let browser: Promise<Browser> | undefined;

/** The windows that are open. */
export const windows = new Set<Workbench>();

/** Opens VS Code with the extension installed, as somebody sees it who has just got it. */
export async function openWorkbench(options: OpenOptions = {}): Promise<Workbench> {
  exitOnSignal(130);
  const build = await provision(options.vscode ?? version());
  const started: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (let end = started.pop(); end; end = started.pop()) await end();
  };
  try {
    const inside = new Inside();
    started.push(() => inside.close());

    const workspace = await copyWorkspace(options.folder);
    started.push(() => workspace.remove());

    const settings = { ...themeSettings(options.theme ?? "dark"), ...options.settings };
    const server = await startServer({
      build,
      extensions: [options.extension ?? root, path.join(root, "test/ui/inside")],
      settings,
      ...(options.machineSettings && { machineSettings: options.machineSettings }),
      env: { ...options.env, ...(await inside.environment()) },
      workspaceTrust: options.workspaceTrust ?? false,
      trace: options.trace ?? false,
    });
    started.push(() => server.dispose());

    browser ??= startBrowser();
    const profile = await openProfile(await browser, {
      viewport: options.size ?? { width: 1280, height: 800 },
      forgetsSecrets: options.forgetsSecrets ?? false,
    });
    started.push(() => profile.close());
    const page = await profile.newPage();
    page.setDefaultTimeout(PATIENCE);
    // The page asks before it is left with unsaved files.
    page.on("dialog", (dialog) => void dialog.accept());

    const workbench = new Workbench(page, inside, server.data, workspace.folder, settings, close);
    windows.add(workbench);
    started.push(() => windows.delete(workbench));
    const { virtualFolder: folder = workspace.folder, workspaceFile: file } = options;
    const workspaceFile = file === undefined ? {} : { workspaceFile: path.join(workspace.folder, file) };
    await page.goto(pageAddress(server, { folder, ...workspaceFile }), { waitUntil: "commit" });
    await workbench.ready();
    return workbench;
  } catch (error) {
    await close();
    throw error;
  }
}

/** Which VS Code the tests click in: the current one, or the one that TEST_UI names. */
function version(): Version {
  const name = process.env.TEST_UI ?? "current";
  if (!isVersion(name)) throw new Error(`TEST_UI names no known VS Code: ${name}`);
  return name;
}
