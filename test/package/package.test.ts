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
  "extension/dist/client.js",
  "extension/dist/commands.js",
  "extension/dist/details.js",
  "extension/dist/extension.js",
  "extension/dist/nodeFetch.js",
  "extension/dist/resolver.js",
  "extension/dist/sandbox.js",
  "extension/media/oz-inspector.png",
  "extension/media/oz-inspector.svg",
  "extension/media/screenshot.png",
  "extension/package.json",
  "extension/readme.md",
];

/** What several of them share: esbuild names it by its content. */
const SHARED = /^extension\/dist\/shared-[A-Z0-9]+\.js$/;

/** The files of dist/ that load together with one of them: what it requires, but not what it waits for. */
function loadedWith(file: string, seen: string[] = []): string[] {
  if (seen.includes(file)) return seen;
  seen.push(file);
  const text = readFileSync(`dist/${file}`, "utf8");
  for (const [, next] of text.matchAll(/[^(_]require\("\.\/([^"]+)"\)/g)) loadedWith(next ?? "", seen);
  return seen;
}

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

  const size = (prefix: string): number =>
    entries.filter(({ name }) => name.startsWith(prefix)).reduce((sum, entry) => sum + entry.size, 0);
  const assertAtMost = (actual: number, limit: number): void =>
    assert.ok(actual <= limit, `${actual} is more than ${limit}`);

  it("holds these files and no others: no sources, tests, source maps", () => {
    const named = entries.map(({ name }) => name).filter((name) => !SHARED.test(name));
    assert.deepEqual(named.sort(), [...files].sort());
  });

  it("is at most 300 KB to download", () => {
    assertAtMost(archive.length, 300 * KB);
  });

  it("loads at most 60 KB before the first request", () => {
    const loaded = loadedWith("extension.js").map((file) => size(`extension/dist/${file}`));
    assertAtMost(
      loaded.reduce((sum, one) => sum + one, 0),
      60 * KB,
    );
  });

  it("has at most 250 KB of code", () => {
    assertAtMost(size("extension/dist/"), 250 * KB);
  });

  it("does not point at source maps that it does not have", () => {
    assert.doesNotMatch(readFileSync("dist/extension.js", "utf8"), /sourceMappingURL/);
  });
});
