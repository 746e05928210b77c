import assert from "node:assert/strict";
import { useUtc } from "../../unit/examples/useUtc";
import { runCase } from "./case";
import { fixedPart } from "./matrix";

describe("A server that is broken on purpose", () => {
  useUtc();

  for (const { fault, moment } of fixedPart())
    it(`${moment.title}: ${fault.title}`, async () => {
      assert.deepEqual(await runCase(fault, moment), []);
    });
});
