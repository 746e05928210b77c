import assert from "node:assert/strict";
import { ServerClock } from "../../../../src/oz/http/serverClock";
import { TestClock } from "../../testClock";

const HOUR = 3_600_000;

describe("ServerClock", () => {
  let clock: TestClock;
  let server: ServerClock;
  /** Epoch milliseconds at the start, by this machine's clock. */
  let start: number;

  beforeEach(() => {
    clock = new TestClock();
    start = clock.now();
    server = new ServerClock(clock);
  });

  /** A reply whose header `Date` is a text, or epoch milliseconds. */
  function learn(date: number | string | undefined, took = 0): void {
    const value = typeof date === "number" ? new Date(date).toUTCString() : date;
    server.learn({ status: 200, text: "", header: (name) => (name === "date" ? value : undefined) }, took);
  }

  it("is this machine's clock until a reply tells another time", () => {
    clock.advance(1234);
    for (const date of [undefined, "", "soon", "NaN", "Sat, 13 Sep 275760 00:00:00 GMT"]) learn(date);
    assert.equal(server.now(), start + 1234);
    learn(start - HOUR);
    assert.equal(server.now(), start - HOUR);
    clock.advance(1234);
    assert.equal(server.now(), start - HOUR + 1234);
    learn(undefined);
    assert.equal(server.now(), start - HOUR + 1234);
  });

  it("does not move within the second that Date leaves open, nor by the time that a reply took", () => {
    learn(start + HOUR);
    for (const [passed, took] of [
      [999, 0],
      [1, 0],
      [2500, 2000],
    ] as const) {
      clock.advance(passed);
      learn(Math.floor((server.now() - took) / 1000) * 1000, took);
      assert.equal(server.now() - start - HOUR, clock.now() - start);
    }
  });

  it("keeps to the earliest of the times that replicas tell in turn", () => {
    for (let second = 0; second < 600; second += 5) {
      learn(start + second * 1000 + (second % 2) * HOUR);
      if (second > 0) assert.equal(server.now(), start + second * 1000);
      clock.advance(5000);
    }
  });

  it("follows a server whose clock is set forward within a minute, and one that is set back at once", () => {
    learn(start);
    clock.advance(5000);
    learn(start + HOUR);
    assert.equal(server.now(), start + 5000);
    clock.advance(60_000);
    learn(start + HOUR + 60_000);
    assert.equal(server.now(), start + HOUR + 60_000);
    learn(start + 65_000);
    assert.equal(server.now(), start + 65_000);
  });

  it("never goes back because this machine's clock is set back", () => {
    learn(start + HOUR);
    clock.advance(5000);
    clock.jump(-30 * 24 * HOUR);
    assert.equal(server.now(), start + HOUR + 5000);
    clock.advance(1000);
    assert.equal(server.now(), start + HOUR + 6000);
  });

  it("goes on while the machine sleeps, even where its intervals stand still", () => {
    learn(start + HOUR);
    clock.jump(8 * HOUR);
    assert.equal(server.now(), start + 9 * HOUR);
  });

  it("believes the next reply after this machine's clock was set ahead", () => {
    learn(start);
    clock.jump(HOUR);
    clock.advance(5000);
    learn(start + 5000);
    assert.equal(server.now(), start + 5000);
  });
});
