import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { getL10nJson } from "@vscode/l10n-dev";

/** @returns the paths of all code, from the top of the repository */
export function sources(): readonly string[] {
  return readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => path.posix.join("src", ...file.split(path.sep)))
    .sort();
}

const IMPORT = 'import * as l10n from "@vscode/l10n";\n';

/** @returns the English texts of the code by the key that a translation has for them: the text itself, and its comment if any */
export async function exportMessages(): Promise<ReadonlyMap<string, string>> {
  const files = sources().map((file) => readFileSync(file, "utf8"));
  // As one file, because l10n-dev takes long to begin one.
  const bodies = files.filter((file) => file.includes(IMPORT)).map((file) => file.replace(IMPORT, ""));
  const messages = await getL10nJson([{ extension: ".ts", contents: IMPORT + bodies.join("\n") }]);
  return new Map(
    Object.entries(messages).map(([key, text]) => [key, typeof text === "string" ? text : text.message]),
  );
}
