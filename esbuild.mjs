// Bundles the extension. `--production` minifies, `--watch` rebuilds on change.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
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
  details: "src/views/details.ts",
  resolver: "src/status/resolver.ts",
};

const toCommonJs = {
  format: "cjs",
  target: "node20",
  supported: { "dynamic-import": false },
  minify: production,
  sourcemap: production ? false : "inline",
};

/**
 * esbuild shares code among entry points only as ES modules, and VS Code's proxy support reaches only CommonJS: so
 * each file is made an ES module first and then turned into CommonJS. All that loads with VS Code becomes one file,
 * which hands the others what they share with it: eleven small files would take longer, and a seventh more room.
 */
const commonJs = {
  name: "common-js",
  setup(build) {
    build.onEnd(async ({ errors, outputFiles, metafile }) => {
      if (errors.length > 0) return;
      await mkdir("dist", { recursive: true });
      const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
      const early = loadedWith("extension.js", metafile.outputs);
      await writeFile("dist/extension.js", await bundleEarly(early, texts));
      for (const [file, text] of texts) {
        if (file === "extension.js") continue;
        const code = early.includes(file)
          ? `module.exports=require("./extension.js").${nameOf(file)};\n`
          : (await esbuild.transform(exportPlainly(text), { ...toCommonJs, sourcefile: file })).code;
        await writeFile(`dist/${file}`, code);
      }
    });
  },
};

/** Writes exports as short as can be: esbuild's own helpers for it take 400 bytes in each file. */
function exportPlainly(text) {
  return text.replace(/export ?\{([^}]*)\};?(?=\s*(?:\/\/#.*)?\s*$)/, (_, names) =>
    names
      .split(",")
      .map((pair) => pair.trim().split(" as "))
      .map(([local, name = local]) => `exports.${name}=${local};`)
      .join(""),
  );
}

/** The file and all that it imports at once, not by and by. */
function loadedWith(file, outputs, seen = []) {
  if (seen.includes(file)) return seen;
  seen.push(file);
  for (const { path, kind } of outputs[`dist/${file}`].imports) {
    if (kind === "import-statement" && outputs[path]) loadedWith(basename(path), outputs, seen);
  }
  return seen;
}

const nameOf = (file) => file.replace(/\W/g, "_");

/** Makes one file of the extension and what loads with it. */
async function bundleEarly(files, texts) {
  const [extension, ...shared] = files;
  const contents = [
    `export * from "./${extension}";`,
    ...shared.map((file) => `export * as ${nameOf(file)} from "./${file}";`),
  ].join("\n");
  const inMemory = {
    name: "in-memory",
    setup(build) {
      build.onResolve({ filter: /^\.\// }, ({ path }) =>
        files.includes(basename(path))
          ? { path: basename(path), namespace: "early" }
          : { path, external: true },
      );
      build.onLoad({ filter: /./, namespace: "early" }, ({ path }) => ({ contents: texts.get(path) }));
    },
  };
  const { outputFiles } = await esbuild.build({
    ...toCommonJs,
    stdin: { contents, resolveDir: "." },
    bundle: true,
    write: false,
    platform: "node",
    external: ["vscode"],
    plugins: [inMemory],
    logLevel: "warning",
  });
  return outputFiles[0].text;
}

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
  // The resolver is a file of its own beside the others, see src/api.ts.
  // fetch-blob asks for the polyfill only where Node has no web streams, which no supported VS Code lacks.
  external: ["vscode", "web-streams-polyfill/*", "./resolver.js"],
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
