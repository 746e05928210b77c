import { readFileSync } from "node:fs";

/** @returns `package.json` with its words in English, as VS Code reads it */
export function readManifest(): unknown {
  const words = JSON.parse(readFileSync("package.nls.json", "utf8")) as Readonly<Record<string, string>>;
  return JSON.parse(readFileSync("package.json", "utf8"), (_, value: unknown) => {
    const name = typeof value === "string" ? /^%(.+)%$/.exec(value)?.[1] : undefined;
    return name === undefined ? value : words[name];
  });
}
