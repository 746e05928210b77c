import assert from "node:assert/strict";
import { Poller } from "../../../../src/folders/poll/poller";
import type { PollTargets } from "../../../../src/folders/poll/pollTargets";
import { OzError } from "../../../../src/oz/http/ozError";
import { settle } from "../../settle";
import { TestClock } from "../../testClock";

const refused = new OzError("refused", "no", { origin: "http://h" });

/** A poller of a fake server, which can fail, wait, or be unable to list changes. Records the requests. */
function setUp(targets: Partial<PollTargets>) {
  const clock = new TestClock();
  const state = { running: [], notLoaded: [], resting: false, list: false, focused: true, ...targets } as {
    -readonly [K in keyof PollTargets]: PollTargets[K];
  };
  const asked: string[] = [];
  const server = { failure: undefined as OzError | undefined, held: Promise.resolve(), listsChanges: true };
  const answer = async (what: string): Promise<void> => {
    asked.push(what);
    await server.held;
    if (server.failure) throw server.failure;
  };
  const reader = {
    readNewest: () => answer("newest"),
    readChanges: async () => {
      await answer("changes");
      return server.listsChanges;
    },
    readFolders: async (ids: readonly string[]) => {
      const results = await Promise.allSettled(ids.map(answer));
      return results.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
    },
  };
  const poller = new Poller(
    reader,
    () => state,
    clock,
    () => 0.5,
  );
  /** Advances the clock in steps of 0.1 s. @returns the number of requests meanwhile */
  const pass = async (seconds: number): Promise<number> => {
    const before = asked.length;
    for (let tenth = 0; tenth < seconds * 10; tenth++) {
      clock.advance(100);
      await settle();
    }
    return asked.length - before;
  };
  const begin = async (): Promise<void> => {
    poller.update();
    clock.advance(0);
    await settle();
  };
  const count = (what: string): number => asked.filter((one) => one === what).length;
  return { poller, state, asked, server, pass, begin, clock, count };
}

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `f${index}`);

describe("Poller", () => {
  it("requests nothing while nothing is visible or watched", async () => {
    const { begin, pass } = setUp({});
    await begin();
    assert.equal(await pass(3600), 0);
  });

  describe("while the list is visible", () => {
    it("reads it at once, then its changes every 5 seconds, until it is hidden", async () => {
      const { begin, pass, asked, state, poller } = setUp({ list: true });
      await begin();
      assert.deepEqual(asked, ["newest"]);
      assert.equal(await pass(20), 4);
      assert.ok(asked.slice(1).every((what) => what === "changes"));
      state.list = false;
      poller.update();
      assert.equal(await pass(600), 0);
    });

    it("reads the list itself once a minute, to notice removed folders", async () => {
      const { begin, pass, count } = setUp({ list: true });
      await begin();
      await pass(301);
      assert.equal(count("newest"), 6);
    });

    it("polls a quarter as often while the window has no focus, and at once when it gets it back", async () => {
      const { begin, pass, asked, state, poller } = setUp({ list: true, focused: false });
      await begin();
      assert.equal(await pass(39), 1);
      state.focused = true;
      poller.update();
      await pass(0.1);
      assert.equal(asked.length, 3);
    });
  });

  describe("with running folders", () => {
    it("polls one every second at first, then ever more rarely up to 15 seconds, until it changes", async () => {
      const { begin, pass, asked, poller } = setUp({ running: ["f"] });
      await begin();
      assert.equal(await pass(5), 2, "after 1.5 and 3.75 seconds");
      await pass(300);
      assert.ok(asked.every((what) => what === "f"));
      assert.equal(await pass(150), 10);
      poller.foldersChanged(["f", "another"]);
      poller.update();
      assert.equal(await pass(5), 3);
    });

    it("stops once it can no longer change", async () => {
      const { begin, pass, state, poller } = setUp({ running: ["f"] });
      await begin();
      state.running = [];
      poller.update();
      assert.equal(await pass(600), 0);
    });

    it("needs hardly more requests for 100 folders than for 10", async () => {
      const counts: number[] = [];
      for (const many of [10, 100]) {
        const { begin, pass } = setUp({ running: names(many) });
        await begin();
        await pass(60);
        counts.push(await pass(600));
      }
      const [ten = 0, hundred = 0] = counts;
      assert.ok(hundred <= ten * 1.5, counts.join());
      assert.ok(hundred <= (600 / 15) * 2 + 2, "the changes every 15 seconds, and one folder by itself");
    });

    it("requests folders that are not loaded by themselves, and one of the others at a time", async () => {
      const { begin, asked } = setUp({ running: names(50), notLoaded: ["f7", "f8"] });
      await begin();
      assert.deepEqual(asked, ["changes", "f7", "f8", "f0"]);
    });

    it("requests each of many by itself, too, in turn", async () => {
      const { begin, pass, count } = setUp({ running: names(5) });
      await begin();
      await pass(600);
      for (const name of names(5)) assert.ok(count(name) >= 4, `${name}: ${count(name)}`);
    });

    it("requests each by itself if the server cannot list changes", async () => {
      const { begin, pass, server, count } = setUp({ running: names(5) });
      server.listsChanges = false;
      await begin();
      await pass(300);
      for (const name of names(5)) assert.ok(count(name) >= 15, `${name}: ${count(name)}`);
    });

    it("reads the list no more often because a folder is running", async () => {
      const { begin, pass, count } = setUp({ running: ["f"], list: true });
      await begin();
      await pass(60);
      assert.ok(count("changes") <= 12);
    });

    for (const reason of ["notFound", "forbidden"] as const) {
      it(`does not slow down if the reply for a folder is ${reason}`, async () => {
        const { begin, pass, server, asked } = setUp({ running: ["f"] });
        server.failure = new OzError(reason, "no", { origin: "http://h" });
        await begin();
        await pass(5);
        assert.equal(asked.length, 3);
      });
    }
  });

  it("checks once a minute whether another group was posted to an ended watched folder", async () => {
    const { begin, pass, count, asked } = setUp({ resting: true });
    await begin();
    assert.equal(await pass(600), 10);
    assert.equal(count("changes"), asked.length);
  });

  it("starts no round before the previous one has ended", async () => {
    const { begin, pass, server } = setUp({ running: ["f"] });
    let release = (): void => undefined;
    server.held = new Promise((resolve) => (release = resolve));
    await begin();
    assert.equal(await pass(60), 0);
    server.held = Promise.resolve();
    release();
    await settle();
    assert.equal(await pass(2), 1);
  });

  it("polls another connection at once, even during a round", async () => {
    const { begin, asked, server, poller, clock } = setUp({ list: true });
    await begin();
    poller.show("other");
    clock.advance(0);
    await settle();
    assert.equal(asked.length, 2);
    let release: (() => void) | undefined;
    server.held = new Promise((resolve) => (release = resolve));
    server.failure = new OzError("cancelled", "The connection was changed.", { origin: "" });
    clock.advance(5000);
    poller.show("third");
    release?.();
    await settle();
    clock.advance(0);
    assert.equal(asked.length, 4);
  });

  it("requests nothing after it was disposed of during a round", async () => {
    const { begin, pass, server, poller } = setUp({ list: true });
    let release = (): void => undefined;
    server.held = new Promise((resolve) => (release = resolve));
    await begin();
    poller.dispose();
    release();
    assert.equal(await pass(120), 0);
  });

  describe("when the server fails", () => {
    it("polls ever more rarely, and as before once it answers", async () => {
      const { begin, pass, server } = setUp({ list: true });
      server.failure = refused;
      await begin();
      assert.equal(await pass(130), 4, "after 10, 20, 40 and 60 seconds");
      assert.ok((await pass(600)) <= 10, "once a minute");
      server.failure = undefined;
      await pass(60);
      assert.equal(await pass(10), 2);
    });

    it("polls at once when the list becomes visible, however long it has failed", async () => {
      const { begin, pass, server, state, poller, asked } = setUp({ running: names(4) });
      server.failure = refused;
      await begin();
      await pass(600);
      state.list = true;
      poller.update();
      assert.equal(await pass(1), 1);
      assert.equal(asked.at(-1), "newest");
      assert.ok((await pass(60)) <= 6, "and then ever more rarely again");
    });

    it("waits even then as long as the server asked", async () => {
      const { begin, pass, server, state, poller } = setUp({ running: names(4) });
      server.failure = new OzError("tooManyRequests", "wait", { origin: "http://h", retryAfter: 30_000 });
      await begin();
      state.list = true;
      poller.update();
      assert.equal(await pass(29), 0);
      assert.equal(await pass(2), 1);
    });

    it("waits as long as the server asks", async () => {
      const { begin, pass, server } = setUp({ running: ["f"] });
      server.failure = new OzError("tooManyRequests", "wait", { origin: "http://h", retryAfter: 30_000 });
      await begin();
      assert.equal(await pass(29), 0);
      assert.equal(await pass(2), 1);
    });

    it("polls as before after the user refreshed or signed in", async () => {
      const { begin, pass, server, poller } = setUp({ list: true });
      server.failure = refused;
      await begin();
      await pass(300);
      server.failure = undefined;
      poller.retryNow();
      assert.equal(await pass(10), 2);
    });
  });

  describe("after the machine slept", () => {
    it("polls at once and forgets earlier failures", async () => {
      const { begin, pass, server, clock, asked } = setUp({ list: true });
      await begin();
      server.failure = refused;
      await pass(300);
      const before = asked.length;
      clock.advance(8 * 3_600_000);
      await settle();
      assert.equal(asked.length, before + 1);
      assert.equal(await pass(10.1), 1, "as after a first failure");
    });

    it("polls a running folder as often as at first", async () => {
      const { begin, pass, clock } = setUp({ running: ["f"] });
      await begin();
      await pass(300);
      clock.advance(8 * 3_600_000);
      await settle();
      assert.equal(await pass(5), 2);
    });
  });
});
