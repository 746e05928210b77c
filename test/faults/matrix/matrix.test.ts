import assert from "node:assert/strict";
import { useUtc } from "../../unit/examples/useUtc";
import { runCase } from "./case";
import { failureOf, fixedPart } from "./matrix";

describe("A server that is broken on purpose", () => {
  useUtc();

  for (const one of fixedPart())
    it(`${one.moment.title}: ${one.fault.title}`, async () => {
      const problems = await runCase(one.fault, one.moment);
      assert.ok(problems.length === 0, failureOf(one, problems));
    });
});
