import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const root = path.join(import.meta.dirname, "../..");

/** Folder of the benchmarks' bundles. */
export const bundles = path.join(root, "out/bench");

/** Folder of the measured extension: the built one, wrapped in a main file that counts and times. */
export const measuredExtension = path.join(bundles, "extension");

/** @returns path of the bundle of a file in this folder, to run in its own process */
export function bundleOf(name: string): string {
  return path.join(bundles, `${name}.js`);
}

/** Builds the extension as it is shipped, bundled and minified, and the benchmarks in the same way. */
export async function bundle(names: readonly string[]): Promise<void> {
  execFileSync(process.execPath, ["esbuild.mjs", "--production"], { cwd: root, stdio: "inherit" });
  rmSync(bundles, { recursive: true, force: true });
  await bundleInto(
    bundles,
    names.map((name) => `test/bench/${name}.ts`),
  );
  await bundleInto(measuredExtension, ["test/bench/vscode/measured.ts"]);
  layOutExtension();
}

async function bundleInto(outdir: string, files: readonly string[]): Promise<void> {
  await build({
    entryPoints: files.map((file) => path.join(root, file)),
    outdir,
    entryNames: "[name]",
    bundle: true,
    minify: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    // As in esbuild.mjs: some packages cannot be bundled from their `main` file.
    mainFields: ["module", "main"],
    external: ["vscode", "./dist/extension.js", "web-streams-polyfill/*"],
    logLevel: "warning",
  });
}

function layOutExtension(): void {
  mkdirSync(measuredExtension, { recursive: true });
  for (const name of ["dist", "media", "LICENSE", "README.md"])
    cpSync(path.join(root, name), path.join(measuredExtension, name), { recursive: true });
  const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as object;
  const text = JSON.stringify({ ...manifest, main: "./measured.js" });
  writeFileSync(path.join(measuredExtension, "package.json"), text);
}
