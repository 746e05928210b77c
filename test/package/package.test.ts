import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { buildPackage, builtPackage } from "./buildPackage";

const KB = 1024;

const files = [
  "[Content_Types].xml",
  "extension.vsixmanifest",
  "extension/LICENSE.txt",
  "extension/changelog.md",
  "extension/dist/LICENSES.txt",
  "extension/dist/extension.js",
  "extension/dist/nodeFetch.js",
  "extension/dist/overview.css",
  "extension/dist/overview.js",
  "extension/dist/sandbox.js",
  "extension/l10n/bundle.l10n.es.json",
  "extension/l10n/bundle.l10n.pt-br.json",
  "extension/l10n/bundle.l10n.ru.json",
  "extension/media/oz-inspector.png",
  "extension/media/oz-inspector.svg",
  "extension/media/timeline.css",
  "extension/media/walkthrough/explain.svg",
  "extension/media/walkthrough/lookUp.svg",
  "extension/media/walkthrough/sandbox.svg",
  "extension/media/walkthrough/signIn.svg",
  "extension/media/walkthrough/watch.svg",
  "extension/package.json",
  "extension/package.nls.es.json",
  "extension/package.nls.json",
  "extension/package.nls.pt-br.json",
  "extension/package.nls.ru.json",
  "extension/readme.md",
];

describe("the package", () => {
  let archive: Buffer;
  before(() => {
    archive = builtPackage();
  });

  it("has the same bytes when it is built again", () => {
    const digest = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
    assert.equal(digest(buildPackage()), digest(archive));
  });

  it("has only these files: no sources, tests or source maps", () => {
    assert.deepEqual(Object.keys(unzipSync(archive)).sort(), [...files].sort());
  });

  it("is at most 340 KB to download", () => {
    assert.ok(archive.length <= 340 * KB, `${archive.length} bytes`);
  });

  it("loads the sandbox and the HTTP library on demand", () => {
    const text = readFileSync("dist/extension.js", "utf8");
    for (const file of ["sandbox", "nodeFetch"]) assert.ok(text.includes(`require("./${file}.js")`), file);
    assert.doesNotMatch(text, /fetch-blob|createServer/);
  });

  it("holds the licences of all packages that are bundled", () => {
    const licences = readFileSync("dist/LICENSES.txt", "utf8");
    const packages = [
      "@vscode/l10n",
      "data-uri-to-buffer",
      "fetch-blob",
      "formdata-polyfill",
      "jsonc-parser",
      "node-domexception",
      "node-fetch",
      "uplot",
    ];
    assert.deepEqual(licences.match(/^[@\w/-]+(?= \d+\.\d+\.\d+$)/gm), packages);
    assert.equal(licences.match(/permission is hereby granted/gi)?.length, packages.length);
  });

  it("names no source map, since it has none", () => {
    assert.doesNotMatch(readFileSync("dist/extension.js", "utf8"), /sourceMappingURL/);
  });
});
