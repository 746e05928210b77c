import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { getL10nPseudoLocalized } from "@vscode/l10n-dev";
import { exportMessages } from "../l10n/messages";
import { readManifestTexts } from "../l10n/translations";
import { installExtension } from "../vscode/installed";
import { makeTemporary, removeTemporary } from "../vscode/temporary";

/** The language whose texts are English ones in strange letters, longer by a third. */
export const PSEUDO = "qps-ploc";

/** The extension with a translation to `PSEUDO`, in a folder of its own, and all texts of it by their keys. */
export async function translatePseudo(): Promise<{
  readonly extension: string;
  readonly texts: ReadonlyMap<string, string>;
  remove(): Promise<void>;
}> {
  const folder = await makeTemporary();
  await installExtension(path.join(import.meta.dirname, "../.."), folder);
  const [name = ""] = await readdir(folder);
  const extension = path.join(folder, name);
  const bundle = getL10nPseudoLocalized(Object.fromEntries(await exportMessages()));
  const manifest = getL10nPseudoLocalized(readManifestTexts());
  await writeFile(path.join(extension, `l10n/bundle.l10n.${PSEUDO}.json`), JSON.stringify(bundle));
  await writeFile(path.join(extension, `package.nls.${PSEUDO}.json`), JSON.stringify(manifest));
  const texts = new Map(Object.entries({ ...bundle, ...manifest } as Readonly<Record<string, string>>));
  return { extension, texts, remove: () => removeTemporary(folder) };
}
