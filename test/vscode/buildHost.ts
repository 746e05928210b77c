import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

const root = path.join(import.meta.dirname, "../..");
const source = path.join(root, "test/host");

/**
 * Bundles the tests that run inside VS Code, and gives the module to start them with.
 * @param name of the folder in `out`: another run may be going on
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
    // As esbuild.mjs has it: some packages cannot be bundled from their older form.
    mainFields: ["module", "main"],
    // Mocha finds its own files by their place; the tests share the one that runs them.
    external: ["vscode", "mocha"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  return path.join(target, "index.js");
}
