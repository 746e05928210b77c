import assert from "node:assert/strict";
import fc from "fast-check";
import { histories } from "./histories";
import { run } from "./run";

const HISTORIES = 500;

describe("two windows of a server, through random histories", () => {
  it("end with what the server has, and have told and asked nothing too much", async function () {
    this.timeout(300_000);
    await fc.assert(
      fc.asyncProperty(histories, async (history) => assert.deepEqual(await run(history), [])),
      { numRuns: HISTORIES },
    );
  });
});
