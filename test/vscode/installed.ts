import { once } from "node:events";
import { cp, readFile } from "node:fs/promises";
import path from "node:path";
import { listFiles, PackageManager } from "@vscode/vsce";
import { cleanEnvironment } from "./environment";
import { startProcess } from "./processes";
import type { Build } from "./provision";
import { quietEnvironment } from "./quiet";

/** Copies an extension into a server's extensions folder, with only the files that its package would have. */
export async function installExtension(extension: string, extensionsFolder: string): Promise<void> {
  const manifest: unknown = JSON.parse(await readFile(path.join(extension, "package.json"), "utf8"));
  const { publisher, name, version } = manifest as Record<"publisher" | "name" | "version", string>;
  const target = path.join(extensionsFolder, `${publisher}.${name}-${version}`);
  for (const file of await listFiles({ cwd: extension, packageManager: PackageManager.None })) {
    await cp(path.join(extension, file), path.join(target, file));
  }
}

/**
 * Lets VS Code itself install a `.vsix` file.
 * @param data the folder of all data of the server
 * @throws Error with what VS Code says
 */
export async function installPackage(build: Build, data: string, file: string): Promise<void> {
  const flags = ["--accept-server-license-terms", `--server-data-dir=${data}`, `--install-extension=${file}`];
  const child = startProcess(build.node, [build.main, ...flags], cleanEnvironment(quietEnvironment));
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text: Buffer) => (output += text.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0 || !output.includes("was successfully installed"))
    throw new Error(`VS Code ${build.vscode} did not install ${file}:\n${output.trim()}`);
}
