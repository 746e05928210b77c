import assert from "node:assert/strict";
import fc from "fast-check";
import { matcher } from "../../../../src/folders/filter/matches";
import { timeRangeOf } from "../../../../src/folders/filter/timeRange";
import { readFolder } from "../../../../src/oz/model/folder";
import { anyFilter, folderJson, THEN } from "./generate";
import { shouldMatch } from "./oracle";

describe("matcher", () => {
  it("decides as the oracle does", () => {
    let matching = 0;
    fc.assert(
      fc.property(anyFilter, folderJson, (filter, json) => {
        const range = timeRangeOf(filter.created, THEN);
        const matches = matcher(filter, range)(readFolder(json)!);
        assert.equal(matches, shouldMatch(filter, range, json));
        matching += Number(matches);
      }),
      { numRuns: 3000 },
    );
    assert.ok(matching > 100, `only ${matching} folders match`);
  });
});
