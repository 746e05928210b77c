import assert from "node:assert/strict";
import { filterInWords } from "../../../../src/views/text/filterInWords";

const at = (hour: number): number => new Date(2026, 10, 22, hour).getTime();

describe("filterInWords", () => {
  it("names every condition", () => {
    const filter = {
      results: ["DECLINED", "FAILED"],
      statuses: ["PROCESSING"],
      analyses: ["Liveness"],
      created: { since: "yesterday" },
      metaData: [{ key: "order_id", value: "42" }],
      text: "ada",
    } as const;
    const words =
      "Declined or Failed, status Processing, with Liveness, since yesterday, order_id == 42, “ada”";
    assert.equal(filterInWords(filter), words);
  });

  it("names the start and the end of a period", () => {
    const [from, to] = [at(9), at(18)];
    assert.equal(filterInWords({ created: { from } }), "since 2026-11-22 09:00:00");
    assert.equal(filterInWords({ created: { to } }), "until 2026-11-22 18:00:00");
    assert.equal(filterInWords({ created: { from, to } }), "2026-11-22 09:00:00 to 2026-11-22 18:00:00");
  });
});
