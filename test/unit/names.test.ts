import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Names that two rooms give to the same thing on purpose. */
const SHARED = new Set([
  // The sandbox writes down Oz API by itself, so that it can contradict the client.
  "TOKEN_HEADER",
]);

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".ts"),
);

/** @returns what occurs more than once */
function repeated(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index && !SHARED.has(name));
}

describe("the names in src", () => {
  it("name one file each", () => {
    assert.deepEqual(repeated(files.map((file) => path.basename(file))), []);
  });

  it("name one export each", () => {
    const names = files.flatMap((file) => {
      const text = readFileSync(path.join("src", file), "utf8");
      const exports = text.matchAll(/^export (?:async )?(?:function|class|interface|type|const) (\w+)/gm);
      return [...exports].map(([, name = ""]) => name);
    });
    assert.ok(names.length > 100);
    assert.deepEqual(repeated(names), []);
  });
});
