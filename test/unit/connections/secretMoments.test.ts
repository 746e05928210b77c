import assert from "node:assert/strict";
import { guarded, SESSION_END } from "../oz/guarded";
import { closeServers, type TestServer } from "../oz/support";
import { settle } from "../settle";
import { TestClock } from "../testClock";
import { TestMemory } from "./stores";
import { Installation, newest, password, rememberedPassword, signal, type Window } from "./windows";

const CALLS = ["get", "store", "delete"] as const;
type Call = (typeof CALLS)[number];

/** How the calls of one kind end while the storage fails. */
const FAULTS = ["rejects", "answers late", "never answers"] as const;
type Fault = (typeof FAULTS)[number];

/** Longer than a call is waited for. */
const LATE = 15_000;

/** When sessions end, in epoch seconds: not while a test waits. */
const FAR = SESSION_END / 1000 + 86_400;

/** VS Code's secret storage does one call after the other. While it fails, the calls of one kind do not end as they should. */
class FailingSecrets {
  /** What fails now; undefined for nothing. */
  failing: { readonly call: Call; readonly fault: Fault } | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    { secrets }: Installation,
    private readonly clock: TestClock,
  ) {
    const get = secrets.get.bind(secrets);
    const store = secrets.store.bind(secrets);
    const remove = secrets.delete.bind(secrets);
    secrets.get = (key) => this.call("get", () => get(key));
    secrets.store = (key, value) => this.call("store", () => store(key, value));
    secrets.delete = (key) => this.call("delete", () => remove(key));
  }

  private call<T>(call: Call, act: () => Promise<T>): Promise<T> {
    const fault = this.failing?.call === call ? this.failing.fault : undefined;
    if (fault === "rejects") return Promise.reject(new Error("locked"));
    if (fault === "never answers") return new Promise<never>(() => undefined);
    const turn = this.last.then(async () => {
      if (fault) await new Promise<void>((resolve) => this.clock.after(LATE, resolve));
      return act();
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

interface World {
  readonly window: Window;
  readonly server: TestServer & { readonly good: Set<string> };
}

/** What happens while the storage fails, and what must be true once it works again. */
const MOMENTS: Readonly<Record<string, Moment>> = {
  "a sign-in": {
    act: ({ window, server }) => window.signIn(server.address, password, signal),
    then: ({ window }) => {
      assert.equal(window.current?.signedIn, true);
      return newest(window);
    },
  },
  "a renewal": {
    act: ({ window, server }) => {
      server.good.clear();
      return newest(window);
    },
    then: ({ window }) => newest(window),
  },
  "a sign-out": {
    act: ({ window }) => window.signOut("id-1"),
    then: ({ window }) => {
      assert.equal(window.current?.signedIn, false);
      assert.deepEqual(window.signedIn, []);
      return assert.rejects(window.client(), { reason: "cancelled" });
    },
    isLeft: true,
  },
  "a removal": {
    act: ({ window }) => window.remove("id-1"),
    then: ({ window }) => {
      assert.deepEqual([window.current, window.all], [undefined, []]);
      return Promise.resolve();
    },
    isLeft: true,
  },
  "a sign-out during a renewal": {
    act: async ({ window, server }) => {
      server.good.clear();
      const request = newest(window).catch(() => undefined);
      for (let turn = 0; turn < 20; turn++) await settle();
      await Promise.all([window.signOut("id-1"), request]);
    },
    then: ({ window }) => {
      assert.equal(window.current?.signedIn, false);
      return Promise.resolve();
    },
    isLeft: true,
  },
};

interface Moment {
  act(world: World): Promise<unknown>;
  then(world: World): Promise<unknown>;
  /** Whether no secret may be left, at the latest after a restart. */
  readonly isLeft?: boolean;
}

describe("a secret storage that fails at a moment", () => {
  let clock: TestClock;
  let installation: Installation;
  let storage: FailingSecrets;
  beforeEach(() => {
    clock = new TestClock();
    installation = new Installation(clock);
    storage = new FailingSecrets(installation, clock);
  });
  afterEach(async () => {
    await installation.close();
    await closeServers();
  });

  /** Lets time pass until the work has ended, one way or the other. */
  async function finish(work: Promise<unknown>): Promise<void> {
    const outcome = { isDone: false };
    const done = work.catch(() => undefined).finally(() => (outcome.isDone = true));
    for (let turn = 1; turn < 10_000 && !outcome.isDone; turn++) {
      await settle();
      if (turn % 50 === 0) clock.advance(1000);
    }
    assert.ok(outcome.isDone, "it ends");
    await done;
  }

  /** Lets everything that is late arrive. */
  async function arrive(): Promise<void> {
    for (let second = 0; second < 300; second++) {
      clock.advance(1000);
      await settle();
      await settle();
    }
  }

  for (const call of CALLS)
    for (const fault of FAULTS)
      for (const [name, moment] of Object.entries(MOMENTS))
        it(`is over by itself: ${call} ${fault} at ${name}`, async () => {
          const server = await guarded({ expireDate: FAR });
          const windowMemento = new TestMemory();
          const window = installation.window(windowMemento);
          await window.signIn(server.address, rememberedPassword, signal);
          await newest(window);
          storage.failing = { call, fault };
          await finish(moment.act({ window, server }));
          await arrive();
          storage.failing = undefined;
          await arrive();
          await moment.then({ window, server });
          const sent = server.seen.at(-1)?.token;
          const reopened = installation.window(windowMemento);
          await arrive();
          if (moment.isLeft === true) assert.deepEqual([...installation.secrets.values.keys()], []);
          else await finish(newest(reopened));
          await moment.then({ window: reopened, server });
          // The newest session, or a newer one if the storage never got that.
          if (moment.isLeft !== true && call !== "store") assert.equal(server.seen.at(-1)?.token, sent);
        });

  for (const fault of FAULTS)
    it(`follows another window once the storage works again: get ${fault}`, async () => {
      const server = await guarded({ expireDate: FAR });
      const windows = [installation.window(), installation.window()] as const;
      await windows[0].signIn(server.address, password, signal);
      windows[1].switchTo("id-1");
      for (const window of windows) await newest(window);
      storage.failing = { call: "get", fault };
      await finish(windows[0].signOut("id-1"));
      await arrive();
      storage.failing = undefined;
      await finish(newest(windows[1]));
      await arrive();
      assert.equal(windows[1].current?.signedIn, false);
    });
});
