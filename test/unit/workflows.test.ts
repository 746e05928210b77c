import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";

const FOLDER = ".github/workflows";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
  scripts: Record<string, string>;
};

/** @returns what the first group of an expression matches in each place */
const found = (text: string, expression: RegExp): string[] =>
  Array.from(text.matchAll(expression), ([, group]) => group!);

for (const file of readdirSync(FOLDER)) {
  describe(`${FOLDER}/${file}`, () => {
    const text = readFileSync(`${FOLDER}/${file}`, "utf8");

    it("pins every action by its hash: a tag can be moved", () => {
      const actions = found(text, /uses: (.+)/g);
      assert.ok(actions.length > 0);
      assert.deepEqual(
        actions.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action)),
        [],
      );
    });

    it("runs only scripts that package.json has", () => {
      const names = found(text, /npm run ([\w:]+)/g);
      assert.ok(names.length > 0);
      assert.deepEqual(
        names.filter((name) => scripts[name] === undefined),
        [],
      );
    });

    it("may change nothing in the repository", () => {
      assert.match(text, /^permissions:\n {2}contents: read\n$/m);
    });
  });
}
