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

  /** Replies that agree. */
  function learnTwice(date: number): void {
    learn(date);
    learn(date);
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

  for (const [name, by] of [
    ["ahead", 24 * HOUR],
    ["behind", -24 * HOUR],
  ] as const) {
    it(`does not believe one reply that is a day ${name}, however seldom replies come`, () => {
      for (let minute = 0; minute < 20; minute += 2) {
        learn(minute === 4 ? clock.now() + by : clock.now());
        assert.equal(server.now(), clock.now());
        clock.advance(120_000);
      }
    });

    it(`does not believe one that is a day ${name} again and again while others agree`, () => {
      learnTwice(start);
      for (let second = 0; second < 600; second += 10) {
        learn(clock.now() + (Math.floor(second / 10) % 2) * by * (1 + second / 1000));
        assert.equal(server.now(), clock.now());
        clock.advance(10_000);
      }
    });

    it(`believes two that are a day ${name} and agree, if no other reply does`, () => {
      learn(start + by);
      clock.advance(5000);
      learn(start + 5000 + by);
      assert.equal(server.now(), start + 5000 + by);
    });
  }

  it("does not believe the first reply alone if it is ahead, and is right at the third if it was behind", () => {
    learn(start + HOUR);
    assert.equal(server.now(), start);
    learn(start - HOUR);
    assert.equal(server.now(), start - HOUR);
    learn(start);
    learn(start);
    assert.equal(server.now(), start);
  });

  it("does not move within the second that Date leaves open, nor by the time that a reply took", () => {
    learnTwice(start + HOUR);
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

  it("follows a server whose clock is set forward within a minute, and one that is set back with the second reply", () => {
    learnTwice(start);
    clock.advance(5000);
    learn(start + HOUR);
    assert.equal(server.now(), start + 5000);
    clock.advance(60_000);
    learn(start + HOUR + 60_000);
    assert.equal(server.now(), start + HOUR + 60_000);
    learnTwice(start + 65_000);
    assert.equal(server.now(), start + 65_000);
  });

  it("never goes back because this machine's clock is set back", () => {
    learnTwice(start + HOUR);
    clock.advance(5000);
    clock.jump(-30 * 24 * HOUR);
    assert.equal(server.now(), start + HOUR + 5000);
    clock.advance(1000);
    assert.equal(server.now(), start + HOUR + 6000);
  });

  it("goes on while the machine sleeps, even where its intervals stand still", () => {
    learnTwice(start + HOUR);
    clock.jump(8 * HOUR);
    assert.equal(server.now(), start + 9 * HOUR);
  });

  it("believes the next reply after this machine's clock was set ahead", () => {
    learnTwice(start);
    clock.jump(HOUR);
    clock.advance(5000);
    learn(start + 5000);
    assert.equal(server.now(), start + 5000);
  });
});
