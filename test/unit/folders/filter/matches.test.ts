import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { useLanguage } from "../../../../src/base/language";
import { matcher } from "../../../../src/folders/filter/matches";
import { timeRangeOf } from "../../../../src/folders/filter/timeRange";
import { readFolder } from "../../../../src/oz/model/folder";
import { filterInWords } from "../../../../src/views/text/filterInWords";
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

  it("finds the same in every language, as filters are saved", () => {
    const folder = readFolder({ folder_id: randomUUID(), analyses: [{ type: "QUALITY" }] })!;
    useLanguage("ru", { Liveness: "Лайвнесс" });
    try {
      assert.equal(filterInWords({ analyses: ["Liveness"] }), "with Лайвнесс");
      assert.ok(matcher({ analyses: ["Liveness"] }, {})(folder));
    } finally {
      useLanguage("en", undefined);
    }
  });
});
