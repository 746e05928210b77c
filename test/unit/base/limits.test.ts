import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as limits from "../../../src/base/limits";

const PAGE = "docs/limits.md";
const MB = 1024 * 1024;

/** The rows of the tables: the name of a limit, its value, what users see and how they see the rest. */
const rows = readFileSync(PAGE, "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `MAX_"))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, name = "", value = "", ...words]) => ({ name: name.replaceAll("`", ""), value, words }));

function inWords(value: number): string {
  return value >= MB && value % MB === 0 ? `${value / MB} MB` : value.toLocaleString("en");
}

describe("the limits", () => {
  it(`are listed in ${PAGE}, all of them, with their values`, () => {
    const listed = rows.map(({ name, value }) => [
      name,
      value.split(" ", value.includes("MB") ? 2 : 1).join(" "),
    ]);
    const real = Object.entries(limits).map(([name, value]) => [name, inWords(value)]);
    assert.deepEqual(listed.sort(), real.sort());
  });

  it("each have words for what is cut and how to see the rest", () => {
    const silent = rows.filter(({ words: [seen = "", rest = ""] }) => seen === "" || rest === "");
    assert.deepEqual(
      silent.map(({ name }) => name),
      [],
    );
  });
});
