import assert from "node:assert/strict";
import { bothFilters } from "../../../../src/folders/filter/bothFilters";

// That the result matches the folders of both is a property of the overview's figures, tested there.
describe("bothFilters", () => {
  const score = { analysis: "Liveness" };

  it("takes the narrower of two conditions of which a folder can meet several", () => {
    assert.deepEqual(bothFilters({ errorCodes: ["11", "12"] }, { errorCodes: ["11"] }), {
      errorCodes: ["11"],
    });
    const declined = { score: { ...score, near: true, result: "DECLINED" } } as const;
    const near = { score: { ...score, near: true } };
    assert.deepEqual(bothFilters(near, declined), declined);
    assert.deepEqual(bothFilters(declined, near), declined);
    assert.deepEqual(
      bothFilters(
        { score: { ...score, from: 0.4, below: 0.6 } },
        { score: { ...score, from: 0.5, below: 0.55 } },
      ),
      { score: { ...score, from: 0.5, below: 0.55 } },
    );
  });

  it("gives no filter if neither is narrower", () => {
    assert.equal(bothFilters({ errorCodes: ["11"] }, { errorCodes: ["12"] }), undefined);
    assert.equal(bothFilters({ findings: ["noAnalyses"] }, { findings: ["unknownWord"] }), undefined);
    const range = { ...score, from: 0.4, below: 0.6 };
    assert.equal(bothFilters({ score: range }, { score: { ...score, near: true } }), undefined);
    assert.equal(bothFilters({ score }, { score: { analysis: "Face match" } }), undefined);
  });

  it("takes what two ranges have in common, as a folder has one time of each kind", () => {
    assert.deepEqual(
      bothFilters(
        { text: "x", results: [], timeTaken: { from: 10_000 }, created: { from: 5 } },
        { timeTaken: { from: 5000, below: 20_000 }, created: { from: 1, to: 9 } },
      ),
      { text: "x", timeTaken: { from: 10_000, below: 20_000 }, created: { from: 5, to: 9 } },
    );
  });
});
