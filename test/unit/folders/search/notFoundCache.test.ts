import assert from "node:assert/strict";
import { NotFoundCache } from "../../../../src/folders/search/notFoundCache";
import { TestClock } from "../../testClock";
import { down, idOf } from "../build";

describe("NotFoundCache", () => {
  it("remembers an ID for ten minutes, for one connection", () => {
    const clock = new TestClock();
    const notFound = new NotFoundCache(clock);
    notFound.add("here", idOf(1));
    assert.deepEqual([notFound.has("here", idOf(1)), notFound.has("there", idOf(1))], [true, false]);
    clock.jump(-3_600_000);
    clock.advance(599_999);
    assert.equal(notFound.has("here", idOf(1)), true);
    clock.advance(1);
    assert.equal(notFound.has("here", idOf(1)), false);
  });

  it("forgets the oldest of more than 1,000", () => {
    const notFound = new NotFoundCache(new TestClock());
    for (const number of down(1000, 1)) notFound.add("here", idOf(number));
    notFound.add("here", idOf(1000));
    notFound.add("here", idOf(1001));
    const [oldest, again, newest] = [999, 1000, 1001].map((number) => notFound.has("here", idOf(number)));
    assert.deepEqual([oldest, again, newest], [false, true, true]);
  });
});
