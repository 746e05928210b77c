import assert from "node:assert/strict";
import { Poller, type Interest } from "../../../src/folders/poller";
import { OzError } from "../../../src/oz/errors";
import { settle } from "../settle";
import { TestClock } from "../testClock";

/** A poller whose rounds are counted, over a server that fails when told. */
function setUp(interest: Partial<Interest>) {
  const clock = new TestClock();
  const state = { folders: [], list: false, focused: true, ...interest } as {
    -readonly [K in keyof Interest]: Interest[K];
  };
  const asked: string[] = [];
  const server: { failure: OzError | undefined; held: Promise<void> } = {
    failure: undefined,
    held: Promise.resolve(),
  };
  const answer = async (what: string): Promise<void> => {
    asked.push(what);
    await server.held;
    if (server.failure) throw server.failure;
  };
  const reader = { readNewest: () => answer("list"), readFolder: (id: string) => answer(id) };
  const poller = new Poller(
    reader,
    () => state,
    clock,
    () => 0.5,
  );
  /** Moves the time on second by second and tells how often was asked. */
  const pass = async (seconds: number): Promise<number> => {
    const before = asked.length;
    for (let second = 0; second < seconds; second++) {
      clock.advance(1000);
      await settle();
    }
    return asked.length - before;
  };
  const begin = async (): Promise<void> => {
    poller.update();
    clock.advance(0);
    await settle();
  };
  return { poller, state, asked, server, pass, begin, clock };
}

describe("Poller", () => {
  it("asks for nothing in an hour when nobody looks or waits", async () => {
    const { begin, pass } = setUp({});
    await begin();
    assert.equal(await pass(3600), 0);
  });

  it("asks at once when the connection is another one, also during a round", async () => {
    const { begin, asked, server, poller, clock } = setUp({ list: true });
    await begin();
    poller.restart();
    clock.advance(0);
    await settle();
    assert.equal(asked.length, 2);
    let release: (() => void) | undefined;
    server.held = new Promise((resolve) => (release = resolve));
    server.failure = new OzError("cancelled", "It was changed.", { origin: "" });
    clock.advance(5000);
    poller.restart();
    release?.();
    await settle();
    clock.advance(0);
    assert.equal(asked.length, 4);
  });

  it("asks at once when the list comes on screen, then every five seconds, and stops when it leaves", async () => {
    const { begin, pass, asked, state, poller } = setUp({ list: true });
    await begin();
    assert.deepEqual(asked, ["list"]);
    assert.equal(await pass(20), 4);
    state.list = false;
    poller.update();
    assert.equal(await pass(60), 0);
  });

  it("asks for a watched folder every two seconds, until it is worth it no more", async () => {
    const { begin, pass, asked, state } = setUp({ folders: ["f"] });
    await begin();
    assert.equal(await pass(10), 5);
    assert.ok(asked.every((what) => what === "f"));
    state.folders = [];
    await pass(2);
    assert.equal(await pass(60), 0);
  });

  it("asks for the list no oftener because a folder is watched", async () => {
    const { begin, pass, asked } = setUp({ folders: ["f"], list: true });
    await begin();
    await pass(60);
    assert.ok(asked.filter((what) => what === "list").length <= 12);
  });

  it("asks four times as rarely while the window has no focus, and at once on return", async () => {
    const { begin, pass, asked, state, poller } = setUp({ list: true, focused: false });
    await begin();
    assert.equal(await pass(39), 1);
    state.focused = true;
    poller.update();
    await pass(1);
    assert.equal(asked.length, 3);
  });

  it("begins no round before the last is over", async () => {
    const { begin, pass, server } = setUp({ folders: ["f"] });
    let release = (): void => undefined;
    server.held = new Promise((resolve) => (release = resolve));
    await begin();
    assert.equal(await pass(60), 0);
    server.held = Promise.resolve();
    release();
    await settle();
    assert.equal(await pass(2), 1);
  });

  it("asks more and more rarely while the server fails, and as before when it answers", async () => {
    const { begin, pass, server } = setUp({ folders: ["f"] });
    server.failure = new OzError("refused", "no", { origin: "http://h" });
    await begin();
    assert.equal(await pass(64), 4, "after 4, 8, 16 and 32 seconds");
    assert.ok((await pass(600)) <= 10, "at least once in a minute, no oftener");
    server.failure = undefined;
    await pass(60);
    assert.equal(await pass(10), 5);
  });

  it("waits as long as the server asks", async () => {
    const { begin, pass, server } = setUp({ folders: ["f"] });
    server.failure = new OzError("tooManyRequests", "wait", { origin: "http://h", retryAfter: 30_000 });
    await begin();
    assert.equal(await pass(29), 0);
    assert.equal(await pass(2), 1);
  });

  it("forgets failures when the user asks by hand", async () => {
    const { begin, pass, server, poller } = setUp({ folders: ["f"] });
    server.failure = new OzError("refused", "no", { origin: "http://h" });
    await begin();
    await pass(300);
    server.failure = undefined;
    poller.forgetFailures();
    assert.equal(await pass(10), 5);
  });
});
