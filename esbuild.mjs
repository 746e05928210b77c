// Bundles the extension. `--production` minifies, `--watch` rebuilds on change.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import * as esbuild from "esbuild";

const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

/** What loads on its own: the first with VS Code, each other one where an `import()` first asks for it. */
const entryPoints = {
  extension: "src/extension.ts",
  commands: "src/commands/commands.ts",
  client: "src/connections/openClient.ts",
  nodeFetch: "src/oz/nodeFetch.ts",
  sandbox: "src/sandbox/start.ts",
  rawJson: "src/views/json/rawJson.ts",
  explanation: "src/views/explain/explanation.ts",
};

/**
 * esbuild shares code among entry points only as ES modules, and VS Code's proxy support reaches only CommonJS: so
 * each file is made an ES module first and then turned into CommonJS.
 */
const commonJs = {
  name: "common-js",
  setup(build) {
    build.onEnd(async ({ errors, outputFiles }) => {
      if (errors.length > 0) return;
      await mkdir("dist", { recursive: true });
      for (const { path, text } of outputFiles) {
        const { code } = await esbuild.transform(text, {
          format: "cjs",
          target: "node20",
          supported: { "dynamic-import": false },
          minify: production,
          sourcemap: production ? false : "inline",
          sourcefile: path,
        });
        await writeFile(path, code);
      }
    });
  },
};

/** Prints what the problem matcher of .vscode/tasks.json waits for. */
const report = {
  name: "report",
  setup(build) {
    build.onStart(() => console.log("[watch] build started"));
    build.onEnd((result) => {
      for (const { text, location } of result.errors) {
        console.error(`✘ [ERROR] ${text}\n    ${location?.file}:${location?.line}:${location?.column}:`);
      }
      console.log("[watch] build finished");
    });
  },
};

/** The licences of what is bundled travel with the bundle, as those licences ask. */
async function writeLicences(metafile) {
  const folders = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const match = /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input);
    if (match) folders.add(match[0]);
  }
  const texts = [];
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
    const text = await Promise.any(
      ["LICENSE", "LICENSE.md", "LICENSE.txt", "license"].map((file) =>
        readFile(`${folder}/${file}`, "utf8"),
      ),
    ).catch(() => `Licence: ${license}`);
    texts.push(`${name} ${version}\n\n${text.trim()}\n`);
  }
  await writeFile("dist/LICENSES.txt", texts.join(`\n${"-".repeat(80)}\n\n`));
}

const options = {
  entryPoints,
  outdir: "dist",
  chunkNames: "shared-[hash]",
  bundle: true,
  splitting: true,
  write: false,
  platform: "node",
  format: "esm",
  target: "node20",
  // fetch-blob asks for the polyfill only where Node has no web streams, which no supported VS Code lacks.
  external: ["vscode", "web-streams-polyfill/*"],
  // VS Code swaps its proxy and certificate aware modules in for these names.
  alias: { "node:http": "http", "node:https": "https", "node:net": "net", "node:tls": "tls" },
  mainFields: ["module", "main"],
  minify: production,
  sourcemap: production ? false : "inline",
  metafile: true,
  logLevel: watch ? "silent" : "warning",
  plugins: watch ? [commonJs, report] : [commonJs],
};

await rm("dist", { recursive: true, force: true });
if (watch) {
  await (await esbuild.context(options)).watch();
} else {
  const { metafile } = await esbuild.build(options);
  await writeLicences(metafile);
}
