// Bundles the extension. `--production` minifies, `--watch` rebuilds on change.
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import * as esbuild from "esbuild";

const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

/** What many windows never need has a file of its own, loaded where an `import()` first asks for it. */
const later = { "../sandbox/start": "./sandbox.js", "./nodeFetch": "./nodeFetch.js" };
const loadLater = {
  name: "load-later",
  setup: (build) =>
    build.onResolve({ filter: /^\./ }, ({ kind, path }) =>
      kind === "dynamic-import" && path in later ? { path: later[path], external: true } : undefined,
    ),
};

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
  // VS Code's proxy support only reaches modules loaded by `require` under their short names.
  format: "cjs",
  supported: { "dynamic-import": false },
  alias: { "node:http": "http", "node:https": "https", "node:net": "net", "node:tls": "tls" },
  // fetch-blob falls back to this polyfill where Node lacks web streams, as no supported VS Code does.
  external: ["vscode", "web-streams-polyfill/*"],
  mainFields: ["module", "main"],
  minify: production,
  sourcemap: production ? false : "inline",
  metafile: true,
  // In watch mode "info" prints the lines that the problem matcher of .vscode/tasks.json waits for.
  logLevel: watch ? "info" : "warning",
  plugins: [loadLater],
};

/** The page of the overview runs in a webview: a browser without modules of Node. */
const page = {
  ...options,
  entryPoints: { overview: "src/views/overview/page/overviewPage.ts" },
  platform: "browser",
  target: "chrome132",
  format: "iife",
  supported: {},
  alias: {},
  external: [],
  plugins: [],
};

await rm("dist", { recursive: true, force: true });
if (watch) {
  for (const one of [options, page]) await (await esbuild.context(one)).watch();
} else {
  const builds = await Promise.all([options, page].map((one) => esbuild.build(one)));
  await writeFile(
    "dist/LICENSES.txt",
    await licencesOf(builds.flatMap(({ metafile }) => Object.keys(metafile.inputs))),
  );
}

/** @returns the licences of the packages that these inputs belong to, which must be shipped with the code */
async function licencesOf(inputs) {
  const folders = new Set(inputs.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []));
  const texts = [...folders].sort().map(async (folder) => {
    const manifest = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
    return `${manifest.name} ${manifest.version}\n\n${(await licenceOf(folder, manifest)).trim()}\n`;
  });
  return (await Promise.all(texts)).join(`\n${"-".repeat(80)}\n\n`);
}

/** @returns the text of a package's licence: in a file of its own, in its README, or ours if it only says that it has the same */
async function licenceOf(folder, { license, author }) {
  const files = await readdir(folder);
  for (const name of [/^licen[cs]e/i, /^readme/i]) {
    const file = files.find((one) => name.test(one));
    const text = file ? await readFile(`${folder}/${file}`, "utf8") : "";
    if (/permission is hereby granted/i.test(text)) return text;
  }
  if (license !== "MIT") throw new Error(`The licence of ${folder} is nowhere.`);
  return (await readFile("LICENSE", "utf8")).replace(/^Copyright .*$/m, `Copyright (c) ${author}`);
}
