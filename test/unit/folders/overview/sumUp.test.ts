import assert from "node:assert/strict";
import { overviewOf } from "../../../../src/folders/overview/overview";
import { sumUp } from "../../../../src/folders/overview/sumUp";
import { TestClock } from "../../testClock";
import { down, finishedFolder } from "../build";

describe("sumUp", () => {
  it("sums up all folders", async () => {
    const folders = down(1000, 1).map((number) => finishedFolder(number));
    assert.deepEqual(
      overviewOf(await sumUp(folders, new TestClock())).results.map(({ result, count }) => [result, count]),
      [["SUCCESS", 1000]],
    );
  });
});
