// `npm run package`: builds out/oz-inspector.vsix. The same commit gives the same bytes.
import { execFileSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { createVSIX } from "@vscode/vsce";

// Times in a zip file have no zone.
process.env.TZ = "UTC";
process.env.SOURCE_DATE_EPOCH ??= commitTime();

execFileSync(process.execPath, ["esbuild.mjs", "--production"], { stdio: "inherit" });
await mkdir("out", { recursive: true });
await createVSIX({ dependencies: false, packagePath: "out/oz-inspector.vsix" });

/** @returns seconds since 1970, as text */
function commitTime() {
  return execFileSync("git", ["log", "-1", "--format=%ct"], { encoding: "utf8" }).trim();
}
