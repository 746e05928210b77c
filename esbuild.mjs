// Bundles the extension. `--production` minifies, `--watch` rebuilds on change.
import { readFile, rm, writeFile } from "node:fs/promises";
import * as esbuild from "esbuild";

const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

/** What many windows never need: each is a file of its own, loaded where an `import()` first asks for it. */
const later = { "../sandbox/start": "./sandbox.js", "./nodeFetch": "./nodeFetch.js" };

const loadLater = {
  name: "load-later",
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ kind, path }) =>
      kind === "dynamic-import" && path in later ? { path: later[path], external: true } : undefined,
    );
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
  entryPoints: {
    extension: "src/extension.ts",
    sandbox: "src/sandbox/start.ts",
    nodeFetch: "src/oz/http/nodeFetch.ts",
  },
  outdir: "dist",
  bundle: true,
  platform: "node",
  target: "node20",
  // VS Code's proxy support reaches what is required: no ES modules, and no import() that would be one.
  format: "cjs",
  supported: { "dynamic-import": false },
  alias: { "node:http": "http", "node:https": "https", "node:net": "net", "node:tls": "tls" },
  // fetch-blob asks for the polyfill only where Node has no web streams, which no supported VS Code lacks.
  external: ["vscode", "web-streams-polyfill/*"],
  mainFields: ["module", "main"],
  minify: production,
  sourcemap: production ? false : "inline",
  metafile: true,
  logLevel: watch ? "silent" : "warning",
  plugins: watch ? [loadLater, report] : [loadLater],
};

await rm("dist", { recursive: true, force: true });
if (watch) {
  await (await esbuild.context(options)).watch();
} else {
  const { metafile } = await esbuild.build(options);
  await writeLicences(metafile);
}
