import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { FAULTS } from "../../faults/catalogue/faults";
import { CHECKS } from "../../faults/matrix/checks";
import { CASES, MOMENTS } from "../../faults/matrix/matrix";
import { RELIABILITY_PAGE } from "../../faults/matrix/reliabilityPage";

describe("docs/reliability.md", () => {
  const page = readFileSync(RELIABILITY_PAGE, "utf8").replaceAll("\\", "");
  const missing = (texts: readonly string[]): readonly string[] =>
    texts.filter((text) => !page.includes(text));

  it("has a row for every fault, and a column for every moment", () => {
    assert.deepEqual(missing(FAULTS.map(({ title }) => `| ${title} `)), []);
    assert.deepEqual(missing(MOMENTS.map(({ title }) => `| ${title} `)), []);
  });

  it("says what happens at every moment, and what is checked", () => {
    assert.deepEqual(missing(MOMENTS.map(({ title, what }) => `- **${title}.** ${what}\n`)), []);
    assert.deepEqual(missing(CHECKS.map(({ title }) => `- ${title}\n`)), []);
  });

  it("counts the cases, faults and moments", () => {
    const count = `all ${CASES.length.toLocaleString("en")} cases: each of ${FAULTS.length} faults at each of ${MOMENTS.length} moments`;
    assert.deepEqual(missing([count]), []);
  });
});
