import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

const root = path.join(import.meta.dirname, "../..");
const source = path.join(root, "test/host");

/**
 * Bundles the tests that run inside VS Code.
 * @param name of the folder in `out`; concurrent runs need different ones
 * @returns path of the module that starts the tests
 */
export async function buildHost(name: string): Promise<string> {
  const target = path.join(root, "out", name);
  const files = await readdir(source, { recursive: true });
  await rm(target, { recursive: true, force: true });
  await build({
    entryPoints: files
      .filter((file) => file === "index.ts" || file.endsWith(".test.ts"))
      .map((file) => path.join(source, file)),
    outbase: source,
    outdir: target,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    // As in esbuild.mjs: some packages cannot be bundled from their `main` file.
    mainFields: ["module", "main"],
    // Mocha loads files relative to itself, and the tests must use the instance that runs them.
    external: ["vscode", "mocha"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  return path.join(target, "index.js");
}
