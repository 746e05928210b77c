import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

let built: Buffer | undefined;

/** @returns the bytes of the package, built once for all tests */
export function builtPackage(): Buffer {
  return (built ??= buildPackage());
}

/** Builds the package. @returns its bytes */
export function buildPackage(): Buffer {
  execFileSync(process.execPath, ["package.mjs"], { stdio: ["ignore", "ignore", "inherit"] });
  return readFileSync("out/oz-inspector.vsix");
}
