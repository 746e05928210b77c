import { cp, readFile } from "node:fs/promises";
import path from "node:path";
import { listFiles, PackageManager } from "@vscode/vsce";

/** Copies an extension into a server's extensions folder, with only the files that its package would have. */
export async function installExtension(extension: string, extensionsFolder: string): Promise<void> {
  const manifest: unknown = JSON.parse(await readFile(path.join(extension, "package.json"), "utf8"));
  const { publisher, name, version } = manifest as Record<"publisher" | "name" | "version", string>;
  const target = path.join(extensionsFolder, `${publisher}.${name}-${version}`);
  for (const file of await listFiles({ cwd: extension, packageManager: PackageManager.None })) {
    await cp(path.join(extension, file), path.join(target, file));
  }
}
