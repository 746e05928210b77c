import assert from "node:assert/strict";
import { FINDING_CODES } from "../../../src/status/finding";
import { readExamples } from "./readExamples";
import { explain, say } from "./say";
import { useUtc } from "./useUtc";

/** When every example was received, as its page says. */
const NOW = Date.UTC(2026, 10, 26, 15);

describe("docs/examples.md", () => {
  useUtc();
  const examples = readExamples();

  it("has at least 60 examples with different titles", () => {
    assert.ok(examples.length >= 60);
    assert.equal(new Set(examples.map(({ title }) => title)).size, examples.length);
  });

  for (const { title, json, said } of examples) {
    it(title, () => assert.equal(say(json, NOW), said));

    it(`${title}, explained with the same sentence`, () => {
      const [, sentence = ""] = /^says +(.*)$/m.exec(said) ?? [];
      assert.ok(explain(json, NOW).includes(sentence));
    });
  }

  it("shows every finding that a small folder can have", () => {
    const shown = new Set(examples.flatMap(({ codes }) => codes));
    const missing = Object.keys(FINDING_CODES).filter((code) => !shown.has(code));
    assert.deepEqual(missing, ["invalidValue", "replyCut"]);
  });
});
