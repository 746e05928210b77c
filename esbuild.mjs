// Bundles the extension. `--production` minifies, `--watch` rebuilds on change.
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import * as esbuild from "esbuild";

const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

/** Each file that loads on its own; all but the first wait until something asks for them. */
const entryPoints = {
  extension: "src/extension.ts",
  nodeFetch: "src/oz/nodeFetch.ts",
  sandbox: "src/sandbox/start.ts",
  rawJson: "src/views/json/rawJson.ts",
};

/** Turns `import("…")` of an entry point into a `require` of its own bundle, so that it loads when first needed. */
const loadLate = {
  name: "load-late",
  setup(build) {
    build.onResolve({ filter: /^\./ }, (args) => {
      if (args.kind !== "dynamic-import" || args.importer.includes("node_modules")) return undefined;
      const target = path.relative(process.cwd(), path.resolve(args.resolveDir, args.path));
      const entry = Object.entries(entryPoints).find(([, source]) => source === `${target}.ts`);
      if (!entry) throw new Error(`${target} is imported dynamically but is no entry point of esbuild.mjs`);
      return { path: `./${entry[0]}.js`, external: true };
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
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  // fetch-blob asks for the polyfill only where Node has no web streams, which no supported VS Code lacks.
  external: ["vscode", "web-streams-polyfill/*"],
  // VS Code swaps its proxy and certificate aware modules in for these names.
  alias: { "node:http": "http", "node:https": "https", "node:net": "net", "node:tls": "tls" },
  mainFields: ["module", "main"],
  supported: { "dynamic-import": false },
  define: { "process.env.NODE_ENV": '"production"' },
  minify: production,
  sourcemap: !production,
  metafile: true,
  logLevel: watch ? "silent" : "warning",
  plugins: watch ? [loadLate, report] : [loadLate],
};

await rm("dist", { recursive: true, force: true });
if (watch) {
  await (await esbuild.context(options)).watch();
} else {
  const { metafile } = await esbuild.build(options);
  await writeLicences(metafile);
}
