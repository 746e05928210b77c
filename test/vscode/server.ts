import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { cleanEnvironment } from "./environment";
import { installExtension, installPackage } from "./installed";
import { writeLanguagePack } from "./languagePack";
import { listeningPort } from "./listeningPort";
import { endProcess, startProcess } from "./processes";
import type { Build } from "./provision";
import { quietEnvironment, quietSettings } from "./quiet";
import { makeTemporary, removeTemporary } from "./temporary";

/** How to start a VS Code server. */
export interface ServerOptions {
  readonly build: Build;
  /** Token that a browser must send; without one, everybody on this machine has access. */
  readonly token?: string;
  /** Environment variables for the extension host, added to our own. */
  readonly env?: Readonly<Record<string, string>>;
  /** Initial user settings, added to {@link quietSettings}. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Machine settings, as a dev container provides them. */
  readonly machineSettings?: Readonly<Record<string, unknown>>;
  /** Folders of extensions to install. */
  readonly extensions?: readonly string[];
  /** `.vsix` files to install, as users do. */
  readonly packages?: readonly string[];
  /**
   * Whether the page accepts an extension to develop or test. Its price: VS Code 1.100 refuses modal dialogs, and 1.139
   * does not show notifications.
   */
  readonly forTests?: boolean;
  /** Whether a folder opens in Restricted Mode until the user trusts it. */
  readonly workspaceTrust?: boolean;
  /** The display language, as VS Code names it: "pt-br". Only extensions are translated. Default: English. */
  readonly language?: string;
  /** Whether VS Code and its extensions write logs to files, at level trace; otherwise there are no logs. */
  readonly trace?: boolean;
}

/** Lets VS Code write its logs. The extension host inherits the options before the main script. */
const logging = `--require=${path.join(import.meta.dirname, "fileLogger.cjs")}`;

/** A running VS Code server. */
export interface Server {
  /** `127.0.0.1:port`, also the authority in VS Code's remote URIs. */
  readonly authority: string;
  readonly token: string | undefined;
  /** Folder of all its data: settings, state, logs, extensions. */
  readonly data: string;
  dispose(): Promise<void>;
}

/** Starts a VS Code server on a free port of this machine, with nothing left from an earlier run. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const data = await makeTemporary();
  // This server keeps user settings beside its other data, not in the browser.
  await writeSettings(data, "User", { ...quietSettings, ...options.settings });
  if (options.machineSettings) await writeSettings(data, "Machine", options.machineSettings);
  if (options.language !== undefined) await writeLanguagePack(data, options.language);
  for (const extension of options.extensions ?? []) {
    await installExtension(extension, path.join(data, "extensions"));
  }
  for (const file of options.packages ?? []) await installPackage(options.build, data, file);
  const child = startProcess(
    options.build.node,
    [...(options.trace ? [logging] : []), options.build.main, ...flags(data, options)],
    cleanEnvironment({ ...quietEnvironment, ...options.env }),
  );
  const dispose = async (): Promise<void> => {
    await endProcess(child);
    await removeTemporary(data);
  };
  try {
    const port = await listeningPort(child);
    return { authority: `127.0.0.1:${port}`, token: options.token, data, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

async function writeSettings(data: string, scope: "User" | "Machine", settings: object): Promise<void> {
  const file = path.join(data, "data", scope, "settings.json");
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(settings, undefined, 2));
}

function flags(data: string, { token, forTests, workspaceTrust, language, trace }: ServerOptions): string[] {
  return [
    "--host=127.0.0.1",
    "--port=0",
    "--accept-server-license-terms",
    `--server-data-dir=${data}`,
    "--disable-telemetry",
    "--force-disable-user-env",
    ...(forTests ? ["--enable-smoke-test-driver"] : []),
    ...(language === undefined ? [] : [`--locale=${language}`]),
    ...(trace ? ["--log=trace"] : []),
    ...(workspaceTrust ? [] : ["--disable-workspace-trust"]),
    token === undefined ? "--without-connection-token" : `--connection-token=${token}`,
  ];
}
