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
import { ExtensionHost } from "./extensionHost";
import { themeSettings, type Theme } from "./theme";
import { Workbench } from "./workbench";

/** How to open a window of VS Code. */
export interface OpenOptions extends Pick<
  ServerOptions,
  "env" | "settings" | "machineSettings" | "workspaceTrust" | "language" | "trace"
> {
  /** The extension's folder; false: not installed. Default: this project's. */
  readonly extension?: string | false;
  /** The folder to open a copy of. Default: the sample workspace. */
  readonly folder?: string;
  /** A `.code-workspace` file in that folder, opened instead of it. */
  readonly workspaceFile?: string;
  /** The URI of a virtual folder, opened instead of both. */
  readonly virtualFolder?: string;
  /** The version of VS Code. Default: the one under test. */
  readonly vscode?: Version;
  readonly theme?: Theme;
  readonly size?: { readonly width: number; readonly height: number };
  /** Whether a reload empties the secret storage, as a restart does without a keyring. */
  readonly forgetsSecrets?: boolean;
}

const root = path.join(import.meta.dirname, "../../..");

/** Shared by all windows of this process; each has its own profile. */
let browser: Promise<Browser> | undefined;

/** The open windows. */
export const windows = new Set<Workbench>();

/** Opens VS Code with the extension just installed. */
export async function openWorkbench(options: OpenOptions = {}): Promise<Workbench> {
  exitOnSignal(130);
  const build = await provision(options.vscode ?? version());
  const started: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (let end = started.pop(); end; end = started.pop()) await end();
  };
  try {
    const extensionHost = new ExtensionHost();
    started.push(() => extensionHost.close());

    const workspace = await copyWorkspace(options.folder);
    started.push(() => workspace.remove());

    const extension = options.extension === false ? [] : [options.extension ?? root];
    const settings = { ...themeSettings(options.theme ?? "dark"), ...options.settings };
    const server = await startServer({
      build,
      extensions: [...extension, path.join(root, "test/ui/helperExtension")],
      settings,
      ...(options.machineSettings && { machineSettings: options.machineSettings }),
      env: { ...options.env, ...(await extensionHost.environment()) },
      workspaceTrust: options.workspaceTrust ?? false,
      ...(options.language !== undefined && { language: options.language }),
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
    // The page asks for confirmation before it closes with unsaved files.
    page.on("dialog", (dialog) => void dialog.accept());

    const workbench = new Workbench(page, extensionHost, server.data, workspace.folder, settings, close);
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

/** Returns the version of VS Code under test: the one that TEST_UI names, else the current one. */
function version(): Version {
  const name = process.env.TEST_UI ?? "current";
  if (!isVersion(name)) throw new Error(`TEST_UI names no known VS Code: ${name}`);
  return name;
}
