import assert from "node:assert/strict";
import { MAX_ASKED_FOLDERS } from "../../../../src/base/limits";
import { PollIntervals } from "../../../../src/folders/poll/pollIntervals";

const none = (): boolean => false;

const intervalsOf = (): PollIntervals => new PollIntervals(() => 0.5);

describe("PollIntervals", () => {
  it("starts at 1 second and grows to 15, until the folder changes", () => {
    const intervals = intervalsOf();
    assert.equal(intervals.due("f", true), -Infinity);
    const seen: number[] = [];
    for (let count = 0; count < 9; count++) {
      intervals.folderRequested("f", "done", 0);
      seen.push(intervals.due("f", true));
    }
    assert.deepEqual(seen, [1500, 2250, 3375, 5062.5, 7593.75, 11390.625, 15000, 15000, 15000]);
    intervals.restart("f");
    assert.equal(intervals.due("f", true), 1000);
  });

  it("forgets folders that are no longer polled, once there are very many", () => {
    const intervals = intervalsOf();
    for (const id of ["f", "g"]) intervals.folderRequested(id, "done", 0);
    intervals.keepOnly(["f"]);
    assert.equal(intervals.due("g", true), 1500);
    for (let number = 0; number < MAX_ASKED_FOLDERS; number++)
      intervals.folderRequested(`${number}`, "done", 0);
    intervals.keepOnly(["f"]);
    assert.deepEqual([intervals.due("f", true), intervals.due("g", true)], [1500, -Infinity]);
  });

  it("requests a folder that fails more and more rarely, down to once a minute, and slows no other", () => {
    const intervals = intervalsOf();
    for (let count = 0; count < 9; count++) {
      intervals.folderRequested("broken", "failed", 0);
      intervals.folderRequested("f", "done", 0);
    }
    assert.deepEqual([intervals.due("broken", true), intervals.due("f", true)], [60_000, 15_000]);
  });

  it("requests a refused folder once a minute, until it changes, is answered or failures are forgotten", () => {
    for (const [what, heal] of [
      ["changes", (intervals: PollIntervals) => intervals.restart("f")],
      ["is answered", (intervals: PollIntervals) => intervals.folderRequested("f", "done", 0)],
      ["is forgotten", (intervals: PollIntervals) => intervals.forgetFailures()],
    ] as const) {
      const intervals = intervalsOf();
      for (let count = 0; count < 3; count++) {
        intervals.folderRequested("f", "refused", 0);
        assert.equal(intervals.due("f", true), 60_000);
      }
      intervals.changesRequested(["f"], none, none, 0);
      assert.equal(intervals.due("f", true), 60_000);
      heal(intervals);
      assert.equal(intervals.due("f", true), 1000, what);
    }
  });

  it("requests folders that are not loaded by themselves, and one of the others at a time", () => {
    const intervals = intervalsOf();
    const isNotLoaded = (id: string): boolean => id === "new";
    for (const id of ["a", "b"]) intervals.folderRequested(id, "done", 0);
    intervals.folderRequested("c", "done", 1);
    assert.deepEqual(intervals.changesRequested(["a", "b", "c", "new"], isNotLoaded, none, 10_000), ["new"]);
    assert.deepEqual(intervals.changesRequested(["a", "b", "c"], isNotLoaded, none, 16_000), ["a"]);
    intervals.folderRequested("a", "done", 16_000);
    assert.deepEqual(intervals.changesRequested(["a", "b", "c"], isNotLoaded, none, 17_000), ["b"]);
    assert.ok(intervals.due("c", true) > 17_000, "the shared request counts for every folder");
  });

  it("requests one of those that failed at a time besides, and all of them once one is answered", () => {
    for (const outcome of ["failed", "refused"] as const) {
      const intervals = intervalsOf();
      const request = (ids: readonly string[], how: typeof outcome | "done", now: number): void =>
        ids.forEach((id) => intervals.folderRequested(id, how, now));
      const others = (now: number): readonly string[] =>
        intervals.changesRequested(["a", "b", "c", "d", "e"], none, none, now);
      request(["a", "b"], "done", 0);
      request(["c", "d", "e"], outcome, 0);
      assert.deepEqual(others(100_000), ["c", "a"]);
      request(["c"], outcome, 100_000);
      assert.deepEqual(others(101_000), ["d", "a"], "the next one of those that failed");
      request(["d", "a"], "done", 101_000);
      assert.equal(intervals.due("c", true), 102_000, "soon, however often it has failed");
      assert.deepEqual(others(102_000), ["c", "e", "b"]);
      request(["c", "e"], outcome, 102_000);
      assert.deepEqual(others(103_000), ["b"], "they were not answered, so they wait again");
    }
  });

  it("requests a few of those of which only their own reply tells, besides one of the others", () => {
    const intervals = intervalsOf();
    const ids = ["a", "b", "c", "d", "e", "f", "g"];
    for (const id of ids) intervals.folderRequested(id, "done", 0);
    const isDoubted = (id: string): boolean => id > "b";
    const others = (now: number): readonly string[] => intervals.changesRequested(ids, none, isDoubted, now);
    assert.deepEqual(others(10_000), [], "not before 15 seconds have passed");
    assert.deepEqual(others(15_000), ["c", "d", "e", "f", "a"]);
    for (const id of ["c", "d", "e", "f", "a"]) intervals.folderRequested(id, "done", 15_000);
    assert.deepEqual(others(16_000), ["g", "b"]);
  });
});
