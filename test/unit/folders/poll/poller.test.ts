import assert from "node:assert/strict";
import { Poller } from "../../../../src/folders/poll/poller";
import type { PolledReader } from "../../../../src/folders/poll/pollRequests";
import type { PollTargets } from "../../../../src/folders/poll/pollTargets";
import { RetryAfter } from "../../../../src/folders/store/retryAfter";
import { OzError, type OzErrorReason } from "../../../../src/oz/http/ozError";
import { settle } from "../../settle";
import { TestClock } from "../../testClock";
import { ListHealth } from "./listHealth";

const failing = (reason: OzErrorReason): OzError => new OzError(reason, "no", { origin: "http://h" });
const refused = failing("refused");

/** A poller of a fake server, which can fail, wait, or be unable to list changes. Records the requests. */
function setUp(targets: Partial<PollTargets>) {
  const clock = new TestClock();
  const state = {
    running: [],
    notLoaded: [],
    doubted: [],
    awaitsNew: false,
    resting: [],
    list: false,
    focused: true,
    ...targets,
  } as {
    -readonly [K in keyof PollTargets]: PollTargets[K];
  };
  const asked: string[] = [];
  const server = {
    failure: undefined as OzError | undefined,
    /** Fail only some requests: "newest", "changes" or the name of a folder. */
    failures: new Map<string, OzError>(),
    held: Promise.resolve(),
    listsChanges: true,
    slowness: 0,
    changedCount: 0,
  };
  const answer = async (what: string): Promise<void> => {
    asked.push(what);
    await server.held;
    const failure = server.failure ?? server.failures.get(what);
    if (failure) throw failure;
  };
  const retryAfter = new RetryAfter(clock);
  const ask = (what: string): Promise<void> => retryAfter.guard("h", () => answer(what));
  const list = new ListHealth();
  const reader: PolledReader = {
    get listFails() {
      return list.fails;
    },
    get changedCount() {
      return server.changedCount;
    },
    get waitUntil() {
      return retryAfter.until;
    },
    readNewest: () => list.of(ask("newest")),
    readChanges: async () => {
      await ask("changes").finally(() => clock.advance(server.slowness));
      return server.listsChanges;
    },
    readFolders: async (ids) => {
      const results = await Promise.allSettled(ids.map(ask));
      const errors = results.map((one) => (one.status === "rejected" ? (one.reason as unknown) : undefined));
      return new Map(ids.flatMap((id, index) => (errors[index] === undefined ? [] : [[id, errors[index]]])));
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
  return { poller, list, state, asked, server, pass, begin, clock, count };
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

  describe("while new folders are waited for", () => {
    it("asks what has changed every seven seconds, though the list is hidden, until nobody waits", async () => {
      const { begin, pass, asked, state, poller } = setUp({ awaitsNew: true });
      await begin();
      assert.equal(await pass(70), 10);
      assert.ok(asked.every((what) => what === "changes"));
      state.awaitsNew = false;
      poller.update();
      assert.equal(await pass(600), 0);
    });

    it("asks for nothing more for those that have arrived, however many, but for one by itself now and then", async () => {
      for (const many of [1, 2, 3, 100]) {
        const { begin, pass, asked, state, poller } = setUp({ awaitsNew: true });
        await begin();
        state.running = names(many);
        poller.update();
        await pass(60);
        // As each of them changes in turn.
        for (const name of names(60)) {
          poller.foldersChanged([name]);
          poller.update();
          await pass(1);
        }
        const alone = asked.filter((what) => what !== "changes").length;
        assert.ok(asked.length - alone <= 19, `${asked.length - alone} times what has changed, with ${many}`);
        assert.ok(alone > 0 && alone <= 4, `${alone} by themselves of ${many}`);
      }
    });

    it("asks the more rarely, the more pages the changes need", async () => {
      const { begin, pass, server } = setUp({ awaitsNew: true });
      server.changedCount = 200;
      await begin();
      assert.equal(await pass(42), 6);
      server.changedCount = 500;
      assert.equal(await pass(42), 2);
    });

    it("asks at once for a watched folder that is not loaded", async () => {
      const { begin, pass, count, state, poller } = setUp({ awaitsNew: true });
      await begin();
      await pass(2);
      Object.assign(state, { running: ["f"], notLoaded: ["f"] });
      poller.update();
      await pass(1);
      assert.equal(count("f"), 1);
    });

    it("asks a quarter as often while the window has no focus, and backs off while it fails", async () => {
      const { begin, pass, server, state } = setUp({ awaitsNew: true, focused: false });
      await begin();
      assert.equal(await pass(56), 2);
      state.focused = true;
      server.failure = refused;
      await pass(600);
      assert.ok((await pass(600)) <= 14);
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

    it("spends a twentieth of the time on changes where a server needs long to find them", async () => {
      for (const targets of [{ list: true }, { running: names(20) }, { list: true, running: names(20) }]) {
        for (const slowness of [2000, 6000]) {
          const { begin, pass, server, count, clock } = setUp(targets);
          server.slowness = slowness;
          await begin();
          const start = clock.now();
          await pass(1200);
          const spent = (count("changes") * slowness) / (clock.now() - start);
          assert.ok(spent > 0.03 && spent <= 0.06, `${Object.keys(targets).join()}, ${slowness}: ${spent}`);
        }
      }
    });

    it("does not take an outage in which requests stall for a server that needs long to find changes", async () => {
      for (let seconds = 60; seconds <= 240; seconds += 10) {
        const { begin, pass, server, count } = setUp({ list: true });
        await begin();
        server.failure = failing("timeout");
        server.slowness = 31_000;
        await pass(seconds);
        server.failure = undefined;
        server.slowness = 0;
        const before = count("changes");
        await pass(76);
        assert.ok(count("changes") > before, `after ${seconds} s`);
      }
    });

    it("reads the list no more often because a folder is running", async () => {
      const { begin, pass, count } = setUp({ running: ["f"], list: true });
      await begin();
      await pass(60);
      assert.ok(count("changes") <= 12);
    });

    it("does not slow down if a folder is not found", async () => {
      const { begin, pass, server, asked } = setUp({ running: ["f"] });
      server.failure = failing("notFound");
      await begin();
      await pass(5);
      assert.equal(asked.length, 3);
    });

    for (const [reason, most] of [
      ["forbidden", 12],
      ["serverError", 16],
    ] as const) {
      it(`asks for a folder that answers ${reason} no more often because the list is visible`, async () => {
        const { begin, pass, server, count } = setUp({ list: true, running: ["f"] });
        server.failures.set("f", failing(reason));
        await begin();
        await pass(600);
        assert.ok(count("f") >= 5 && count("f") <= most, `${count("f")}`);
      });
    }

    for (const reason of ["forbidden", "badRequest"] as const) {
      it(`requests a folder once a minute while the reply is ${reason}, and as before afterwards`, async () => {
        const { begin, pass, server } = setUp({ running: ["f"] });
        server.failure = failing(reason);
        await begin();
        assert.equal(await pass(600), 10);
        server.failure = undefined;
        await pass(60);
        assert.ok((await pass(5)) >= 2);
      });
    }

    for (const reason of ["serverError", "timeout", "reset", "unreadable", "notOzApi"] as const) {
      it(`slows no other folder while one is always ${reason}`, async () => {
        const healthy = setUp({ running: ["f"] });
        await healthy.begin();
        await healthy.pass(300);
        const { begin, pass, server, count } = setUp({ running: ["f", "broken"] });
        server.failures.set("broken", failing(reason));
        await begin();
        await pass(300);
        assert.ok(count("f") >= healthy.count("f") - 1, `${count("f")} of ${healthy.count("f")}`);
        assert.ok(count("broken") <= 12, `${count("broken")} for the broken one`);
      });
    }

    it("slows neither the list nor its changes while a folder always fails", async () => {
      const { begin, pass, server, count } = setUp({ list: true, running: ["broken"] });
      server.failures.set("broken", failing("serverError"));
      await begin();
      await pass(301);
      assert.deepEqual([count("newest"), count("changes") >= 50], [6, true]);
    });

    it("requests folders and changes as before while the newest page fails", async () => {
      const { begin, pass, server, count } = setUp({ list: true, running: ["f"] });
      server.failures.set("newest", failing("timeout"));
      await begin();
      await pass(300);
      assert.ok(count("f") >= 20 && count("changes") >= 50 && count("newest") <= 9);
    });

    it("requests changes that have failed within a minute, although the newest page is answered", async () => {
      const { begin, pass, server, count } = setUp({ list: true });
      server.failures.set("changes", failing("serverError"));
      await begin();
      await pass(600);
      server.failures.clear();
      const before = count("changes");
      await pass(61);
      assert.ok(count("changes") > before);
    });

    it("requests changes again soon after one request for them has timed out", async () => {
      const { begin, pass, server, count } = setUp({ list: true });
      await begin();
      server.failures.set("changes", failing("timeout"));
      server.slowness = 30_000;
      await pass(6);
      server.failures.clear();
      server.slowness = 0;
      await pass(61);
      assert.ok(count("changes") > 1, `${count("changes")} requests`);
    });

    it("requests a few folders by themselves while changes fail, and more the longer that lasts", async () => {
      const { begin, pass, server, count } = setUp({ running: names(60) });
      server.failures.set("changes", failing("serverError"));
      await begin();
      const read = (): number => names(60).filter((name) => count(name) > 0).length;
      assert.equal(read(), 4);
      assert.ok((await pass(20)) <= 20, "after two failures in passing");
      await pass(280);
      assert.deepEqual([read(), count("changes") <= 9], [60, true]);
    });

    it("requests no more than four folders in a round while neither they nor changes are answered", async () => {
      const { begin, pass, server } = setUp({ running: names(60) });
      server.failure = failing("serverError");
      await begin();
      await pass(300);
      assert.equal(await pass(60), 5);
    });
  });

  it("checks once a minute whether another group was posted to an ended watched folder", async () => {
    const { begin, pass, count, asked } = setUp({ resting: ["a", "b"] });
    await begin();
    asked.length = 0;
    assert.equal(await pass(600), 20);
    assert.deepEqual([count("changes"), count("a"), count("b")], [10, 5, 5], "each by itself, too, in turn");
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

  it("polls another connection at once if it is shown while the newest folders are read", async () => {
    const { begin, pass, asked, server, poller } = setUp({ list: true });
    let release = (): void => undefined;
    server.held = new Promise((resolve) => (release = resolve));
    server.failure = failing("cancelled");
    await begin();
    poller.show("other");
    release();
    await settle();
    server.failure = undefined;
    await pass(1);
    assert.deepEqual(asked, ["newest", "newest"]);
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

    it("reads the list again soon after somebody else's request for it has failed", async () => {
      const { begin, pass, list, poller, count } = setUp({ list: true });
      await begin();
      await pass(10);
      list.fails = true;
      poller.update();
      await pass(1);
      assert.equal(count("newest"), 2);
      await pass(30);
      assert.equal(count("newest"), 2, "and as before once it has succeeded");
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

  const NIGHT = 8 * 3_600_000;
  for (const [system, sleep] of [
    ["goes on", (clock: TestClock) => clock.advance(NIGHT)],
    ["stands still", (clock: TestClock) => clock.jump(NIGHT)],
  ] as const)
    describe(`after the machine slept, where its time since the start ${system}`, () => {
      it("polls at once and forgets earlier failures", async () => {
        const { begin, pass, server, clock, asked, poller } = setUp({ list: true });
        await begin();
        server.failure = refused;
        await pass(300);
        const before = asked.length;
        sleep(clock);
        poller.update();
        await pass(1);
        assert.deepEqual(asked.slice(before), ["newest"]);
        assert.equal(await pass(10), 1, "as after a first failure");
      });

      it("polls a running folder as often as at first", async () => {
        const { begin, pass, clock } = setUp({ running: ["f"] });
        await begin();
        await pass(300);
        sleep(clock);
        assert.ok((await pass(20)) >= 3);
      });

      it("waits for the rest of the time that the server asked for", async () => {
        const { begin, pass, server, clock } = setUp({ running: ["f"] });
        server.failure = new OzError("tooManyRequests", "wait", {
          origin: "http://h",
          retryAfter: 2 * NIGHT,
        });
        await begin();
        sleep(clock);
        assert.equal(await pass(60), 0);
      });
    });

  for (const [how, milliseconds] of [
    ["an hour back", -3_600_000],
    ["30 days back", -30 * 86_400_000],
    ["20 s ahead", 20_000],
  ] as const)
    it(`polls as before when the machine's clock is set ${how}`, async () => {
      const { begin, pass, asked, clock, poller } = setUp({ list: true });
      await begin();
      await pass(12);
      clock.jump(milliseconds);
      poller.update();
      assert.equal(await pass(2), 0);
      assert.equal(await pass(18), 4);
      assert.deepEqual(asked.slice(1), Array(6).fill("changes"));
    });
});
