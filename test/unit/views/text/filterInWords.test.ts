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

  it("names the conditions about figures", () => {
    const score = (more: object): string => filterInWords({ score: { analysis: "Liveness", ...more } });
    assert.equal(score({ from: 0.45, below: 0.5 }), "0.45 ≤ Liveness score < 0.5");
    assert.equal(score({ below: 0.05 }), "Liveness score < 0.05");
    assert.equal(score({ from: 0.95 }), "Liveness score ≥ 0.95");
    assert.equal(score({ near: true }), "Liveness score within 0.05 of a threshold");
    assert.equal(
      score({ near: true, result: "DECLINED" }),
      "Liveness (Declined) score within 0.05 of a threshold",
    );
    assert.equal(filterInWords({ timeTaken: { from: 20_000 } }), "time to result ≥ 20 s");
    assert.equal(filterInWords({ errorCodes: ["NO_FACE", ""] }), "error code NO_FACE or none");
    assert.equal(filterInWords({ errorCodes: ["\u202e$(x)"] }), "error code $ (x)");
    assert.equal(filterInWords({ findings: ["resultDiffers"] }), "finding resultDiffers");
  });

  it("names the start and the end of a period", () => {
    const [from, to] = [at(9), at(18)];
    assert.equal(filterInWords({ created: { from } }), "since 2026-11-22 09:00:00");
    assert.equal(filterInWords({ created: { to } }), "until 2026-11-22 18:00:00");
    assert.equal(filterInWords({ created: { from, to } }), "2026-11-22 09:00:00 to 2026-11-22 18:00:00");
  });
});
