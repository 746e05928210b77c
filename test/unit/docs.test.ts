import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ignored = readFileSync(".gitignore", "utf8").split("\n");

/** What stands at the top of the repository and is committed. */
const topLevel = readdirSync(".").filter(
  (name) =>
    name !== ".git" && ![name, `${name}/`, `*${path.extname(name)}`].some((each) => ignored.includes(each)),
);
const pages = [...topLevel, ...readdirSync("docs").map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith(".md"),
);

/** @returns the paths that a page names in backticks or links to, from the top of the repository; `ui/x` is a test */
function pathsIn(page: string): string[] {
  const text = readFileSync(page, "utf8");
  const named = [...text.matchAll(/`((?:src|test|docs|media)\/[^`\s<…]*)`/g)].map(([, name = ""]) => name);
  const folder = page.includes("/") ? "docs/" : "";
  const linked = [...text.matchAll(/\]\(([^)#:\s]+)\)/g)].map(([, target = ""]) => folder + target);
  const tests = [...text.matchAll(/`((?:unit|host|ui|package)\/[^`\s]+)`/g)].map(
    ([, name = ""]) => `test/${name}`,
  );
  return [...named, ...linked, ...tests.map((test) => (existsSync(test) ? test : `${test}.test.ts`))];
}

describe("the docs", () => {
  for (const page of pages) {
    it(`${page} names only files and folders that exist`, () => {
      assert.deepEqual(
        pathsIn(page).filter((name) => !existsSync(name)),
        [],
      );
    });
  }

  it("architecture.md names every top-level file and folder, and every room", () => {
    const text = readFileSync("docs/architecture.md", "utf8");
    const unnamed = [...topLevel, ...readdirSync("src")].filter((name) => !text.includes(`\`${name}`));
    assert.deepEqual(unnamed, []);
  });
});
