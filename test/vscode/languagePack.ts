import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * Lets a server show pages in a language, from its flag `--locale`. The pack translates nothing of VS Code itself, whose own
 * packs come from a gallery only: extensions get the language, and VS Code stays in English.
 * @param data the folder of all data of the server
 * @param language as VS Code names it: "pt-br"
 */
export async function writeLanguagePack(data: string, language: string): Promise<void> {
  const folder = path.join(data, "data");
  const vscode = path.join(folder, "noTranslations.json");
  await mkdir(folder, { recursive: true });
  await writeFile(vscode, JSON.stringify({ contents: {} }));
  // VS Code writes this file when it installs a pack.
  const extension = { extensionIdentifier: { id: "oz-inspector-test.language-pack" }, version: "0.0.0" };
  const pack = { hash: language, extensions: [extension], translations: { vscode }, label: language };
  await writeFile(path.join(folder, "languagepacks.json"), JSON.stringify({ [language]: pack }));
}
