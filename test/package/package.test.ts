import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { listZip, type ZipEntry } from "./zip";

const KB = 1024;

const files = [
  "[Content_Types].xml",
  "extension.vsixmanifest",
  "extension/LICENSE.txt",
  "extension/changelog.md",
  "extension/dist/LICENSES.txt",
  "extension/dist/extension.js",
  "extension/dist/nodeFetch.js",
  "extension/dist/sandbox.js",
  "extension/media/oz-inspector.png",
  "extension/media/oz-inspector.svg",
  "extension/media/screenshot.png",
  "extension/package.json",
  "extension/readme.md",
];

describe("the package", () => {
  let archive: Buffer;
  let entries: ZipEntry[];
  before(() => {
    execFileSync("npm", ["run", "--silent", "package"], {
      shell: process.platform === "win32",
      stdio: ["ignore", "ignore", "inherit"],
    });
    archive = readFileSync("out/oz-inspector.vsix");
    entries = listZip(archive);
  });

  it("has only these files: no sources, tests or source maps", () => {
    const named = entries.map(({ name }) => name);
    assert.deepEqual(named.sort(), [...files].sort());
  });

  it("is at most 300 KB to download", () => {
    assert.ok(archive.length <= 300 * KB, `${archive.length} bytes`);
  });

  it("loads the sandbox and the HTTP library on demand", () => {
    const text = readFileSync("dist/extension.js", "utf8");
    for (const file of ["sandbox", "nodeFetch"]) assert.ok(text.includes(`require("./${file}.js")`), file);
    assert.doesNotMatch(text, /fetch-blob|createServer/);
  });

  it("holds the licences of all packages that are bundled", () => {
    const licences = readFileSync("dist/LICENSES.txt", "utf8");
    const packages = [
      "data-uri-to-buffer",
      "fetch-blob",
      "formdata-polyfill",
      "jsonc-parser",
      "node-domexception",
      "node-fetch",
    ];
    assert.deepEqual(licences.match(/^[\w-]+(?= \d+\.\d+\.\d+$)/gm), packages);
    assert.equal(licences.match(/permission is hereby granted/gi)?.length, packages.length);
  });

  it("names no source map, since it has none", () => {
    assert.doesNotMatch(readFileSync("dist/extension.js", "utf8"), /sourceMappingURL/);
  });
});
