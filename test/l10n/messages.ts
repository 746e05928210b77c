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

/** @returns the English texts of the code by the key that a translation has for them: the text itself, and its comment if any */
export async function exportMessages(): Promise<ReadonlyMap<string, string>> {
  const files = sources().map((file) => ({ extension: ".ts", contents: readFileSync(file, "utf8") }));
  const messages = await getL10nJson(files.filter(({ contents }) => contents.includes("l10n.t(")));
  return new Map(
    Object.entries(messages).map(([key, text]) => [key, typeof text === "string" ? text : text.message]),
  );
}
