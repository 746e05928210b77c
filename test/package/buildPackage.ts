import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Builds the package. @returns its bytes */
export function buildPackage(): Buffer {
  execFileSync(process.execPath, ["package.mjs"], { stdio: ["ignore", "ignore", "inherit"] });
  return readFileSync("out/oz-inspector.vsix");
}
