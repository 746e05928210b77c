import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { cleanEnvironment } from "./environment";
import { quietSettings } from "./quiet";
import { makeTemporary } from "./temporary";

/** What the desktop shows. */
export interface DesktopOptions {
  /** The version to download, such as `1.100.3`. */
  readonly version: string;
  readonly folder: string;
  /** Folders of extensions. */
  readonly extensions: readonly string[];
  /** Environment variables for the extension host, added to our own. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Downloads desktop VS Code the first time, opens it with nothing left from an earlier run, and waits until it is closed.
 * @throws Error in one sentence if it cannot be downloaded
 */
export async function startDesktop({ version, folder, extensions, env }: DesktopOptions): Promise<void> {
  const program = await downloadAndUnzipVSCode(version).catch((cause: unknown) => {
    throw new Error(`VS Code ${version} could not be downloaded. Check your network connection.`, { cause });
  });
  const data = await makeTemporary();
  const settings = path.join(data, "user", "User");
  await mkdir(settings, { recursive: true });
  await writeFile(path.join(settings, "settings.json"), JSON.stringify(quietSettings));
  const child = spawn(program, desktopArguments(data, folder, extensions), {
    env: cleanEnvironment(env),
    stdio: "ignore",
  });
  process.on("exit", () => child.kill());
  await once(child, "exit");
}

/** @returns the arguments that open a folder in a new window with extensions under development */
export function desktopArguments(data: string, folder: string, extensions: readonly string[]): string[] {
  return [
    folder,
    ...extensions.map((extension) => `--extensionDevelopmentPath=${extension}`),
    `--user-data-dir=${path.join(data, "user")}`,
    `--extensions-dir=${path.join(data, "extensions")}`,
    "--new-window",
    "--disable-workspace-trust",
    "--skip-welcome",
    "--skip-release-notes",
  ];
}
