import { readdirSync, readFileSync } from "node:fs";

/** Texts by their English ones, or by their keys in the manifest. */
type Texts = Readonly<Record<string, string>>;

export interface Translation {
  /** As VS Code names it: "pt-br". */
  readonly language: string;
  /** The texts of the code, by the key that `exportMessages` gives. */
  readonly bundle: Texts;
  /** The texts of the manifest, by their keys. */
  readonly manifest: Texts;
}

/** @returns what the package is translated to, in the order of the languages' names */
export function readTranslations(): readonly Translation[] {
  return readdirSync("l10n")
    .flatMap((file) => /^bundle\.l10n\.(.+)\.json$/.exec(file)?.[1] ?? [])
    .sort()
    .map((language) => ({
      language,
      bundle: readTexts(`l10n/bundle.l10n.${language}.json`),
      manifest: readTexts(`package.nls.${language}.json`),
    }));
}

/** @returns the English texts of the manifest, by their keys */
export function readManifestTexts(): Texts {
  return readTexts("package.nls.json");
}

function readTexts(file: string): Texts {
  return JSON.parse(readFileSync(file, "utf8")) as Texts;
}
