import assert from "node:assert/strict";
import type { SavedServer } from "../../../src/connections/savedConnection";
import { OzError } from "../../../src/oz/http/ozError";
import { SANDBOX_ACCOUNT } from "../../../src/sandbox/account";
import { startSandbox, type StartOptions } from "../../../src/sandbox/start";
import { guarded, refuse, type Rules } from "../oz/guarded";
import { closeServers, fault, reply } from "../oz/support";
import { TestClock } from "../testClock";
import { TestMemory } from "./stores";
import { Installation, newest, password, rememberedPassword, signal, token, type Window } from "./windows";

const MINUTE = 60_000;

describe("sessions over hours", () => {
  let clock: TestClock;
  let installation: Installation;
  const open: { close(): Promise<void> }[] = [];
  beforeEach(() => {
    clock = new TestClock();
    installation = new Installation(clock);
  });
  afterEach(async () => {
    await installation.close();
    await Promise.all(open.splice(0).map((server) => server.close()));
    await closeServers();
  });

  /** A sandbox whose sessions last 15 minutes of the test's clock. */
  async function start(options: StartOptions): Promise<string> {
    const server = await startSandbox({ folders: 3, clock, ...options });
    open.push(server);
    return server.address;
  }

  /** Polls as the extension does in the background. @returns the reasons of the failures */
  async function poll(window: Window, count: number, interval: number): Promise<string[]> {
    const failures: string[] = [];
    // A test that timed out still polls, and must not advance the clock of the next one.
    const own = clock;
    for (let index = 0; index < count; index++) {
      own.advance(interval);
      await newest(window).catch((error: unknown) => {
        failures.push(error instanceof OzError ? error.reason : "crash");
      });
    }
    return failures;
  }

  const logged = (part: RegExp): number => installation.lines.filter((line) => part.test(line)).length;

  for (const [name, options, interval] of [
    ["that slide", {}, MINUTE],
    ["that do not slide", { slidingSessions: false }, MINUTE],
    ["that expire before each poll", { slidingSessions: false }, 20 * MINUTE],
  ] as const) {
    it(`1,000 polls in sessions ${name} need no sign-in and no saved password`, async () => {
      const window = installation.window();
      await window.signIn(await start(options), password, signal);
      assert.deepEqual(await poll(window, 1000, interval), []);
      assert.equal(logged(/authorize\/auth/), 1, "one log-in");
      assert.equal(logged(/ 401 /), 0, "no request is refused");
      const hours = (1000 * interval) / (60 * MINUTE);
      assert.ok(logged(/authorize\/refresh/) <= Math.max(1000, hours * 5));
    });
  }

  it("two windows share one session and renew it in turn", async () => {
    const windows = [installation.window(), installation.window()] as const;
    await windows[0].signIn(await start({ slidingSessions: false }), password, signal);
    windows[1].switchTo("id-1");
    const failures: string[] = [];
    for (let index = 0; index < 500; index++) {
      failures.push(...(await poll(windows[0], 1, MINUTE)), ...(await poll(windows[1], 1, MINUTE)));
    }
    assert.deepEqual(failures, []);
    assert.equal(logged(/authorize\/auth/), 1);
    assert.equal(logged(/ 401 /), 0);
    // 1,000 minutes have 67 sessions of 15 minutes; each is renewed in its last two minutes.
    assert.ok(logged(/authorize\/refresh/) <= 80, `${logged(/authorize\/refresh/)} renewals`);
  });

  it("two windows that find the session expired at the same moment both continue", async () => {
    const windows = [installation.window(), installation.window()] as const;
    await windows[0].signIn(await start({ slidingSessions: false }), password, signal);
    windows[1].switchTo("id-1");
    await Promise.all(windows.map(newest));
    for (let index = 0; index < 50; index++) {
      clock.advance(30 * MINUTE);
      assert.equal((await Promise.all(windows.map(newest))).length, 2);
    }
  });

  it("sends little after the server has lost the session, until the user signs in again", async () => {
    const window = installation.window();
    const server = await startSandbox({ folders: 3, clock });
    await window.signIn(server.address, password, signal);
    await server.close();
    await start({ port: server.port });
    assert.deepEqual(await poll(window, 100, MINUTE), Array(100).fill("signInNeeded"));
    const sent = installation.lines.length;
    await poll(window, 900, MINUTE);
    // The session and its renewal are tried every five minutes.
    assert.equal(installation.lines.length, sent + (900 / 5) * 2);
    await window.signIn(server.address, token, signal);
    assert.deepEqual(await poll(window, 10, MINUTE), []);
  });

  it("logs in once with the saved password after the server has lost the session", async () => {
    const window = installation.window();
    const server = await startSandbox({ folders: 3, clock });
    await window.signIn(server.address, rememberedPassword, signal);
    await server.close();
    await start({ port: server.port });
    assert.deepEqual(await poll(window, 1000, MINUTE), []);
    assert.equal(logged(/authorize\/auth/), 2);
  });

  it("tries a saved password that has changed once, so that the account is not locked", async () => {
    let changed = false;
    const server = await guarded({
      refresh: refuse,
      login: (_, response) => {
        if (changed) reply(response, 401, fault(15, "Invalid auth credentials"));
        else reply(response, 200, { access_token: "access-9", expire_token: "expire-9" });
      },
      good: new Set(["access-9"]),
    });
    const window = installation.window();
    await window.signIn(server.address, rememberedPassword, signal);
    assert.deepEqual(await poll(window, 3, MINUTE), []);
    server.good.clear();
    changed = true;
    const before = server.seen.length;
    assert.deepEqual(await poll(window, 1000, MINUTE), Array(1000).fill("signInNeeded"));
    const requests = server.trace().split(" ").slice(before);
    assert.deepEqual(requests.slice(0, 3), ["access-9", "refresh", "log-in"]);
    assert.equal(requests.filter((word) => word === "log-in").length, 1);
  });

  describe("that the server refuses, in several windows", () => {
    /** Windows that share a session that the server has lost. */
    async function windowsOf(count: number, rules: Rules) {
      const good = new Set(["access-1"]);
      const server = await guarded({
        good,
        login: (_, response) => reply(response, 200, { access_token: "access-1", expire_token: "expire-1" }),
        ...rules,
      });
      const memories = Array.from({ length: count }, () => new TestMemory());
      const windows = memories.map((memory) => installation.window(memory));
      await windows[0]?.signIn(server.address, rememberedPassword, signal);
      for (const window of windows) window.switchTo("id-1");
      await Promise.all(windows.map(newest));
      good.clear();
      const before = server.seen.length;
      const sent = (word: string): number =>
        server
          .trace()
          .split(" ")
          .slice(before)
          .filter((one) => one === word).length;
      return { server, good, windows, memories, sent };
    }

    it("send a refused password once in all, even after a restart", async () => {
      let isChanged = false;
      const { windows, memories, sent, good } = await windowsOf(5, {
        refresh: refuse,
        login: (_, response) => {
          if (isChanged) reply(response, 401, fault(15, "Invalid auth credentials"));
          else reply(response, 200, { access_token: "access-1", expire_token: "expire-1" });
          isChanged = true;
        },
      });
      for (let round = 0; round < 20; round++) for (const window of windows) await poll(window, 1, 5_000);
      assert.equal(sent("log-in"), 1);
      await poll(installation.window(memories[0]), 100, MINUTE);
      assert.equal(sent("log-in"), 1);
      const saved = [
        ...installation.memory.values.values(),
        ...memories.flatMap(({ values }) => [...values.values()]),
      ];
      assert.ok(!saved.some((text) => text.includes(SANDBOX_ACCOUNT.password)));
      good.add("access-1");
      assert.deepEqual(await poll(windows[3]!, 2, 5 * MINUTE), []);
    });

    it("send it again after the user has signed in with it in one of them", async () => {
      let logIns = 0;
      const { windows, sent, good } = await windowsOf(2, {
        refresh: refuse,
        login: (_, response) => {
          logIns++;
          if (logIns === 2) reply(response, 401, fault(15, "Locked"));
          else reply(response, 200, { access_token: `access-${logIns}`, expire_token: "expire-1" });
        },
      });
      for (const window of windows) await poll(window, 5, MINUTE);
      assert.equal(sent("log-in"), 1);
      const [first, second] = windows as [Window, Window];
      good.add("access-3");
      await first.signIn(first.current?.saved as SavedServer, rememberedPassword, signal);
      await poll(first, 1, MINUTE);
      good.clear();
      good.add("access-4");
      assert.deepEqual(await poll(second, 3, MINUTE), []);
      assert.equal(sent("log-in"), 3);
    });

    it("do not make each other renew it without end", async () => {
      let issued = 1;
      const { windows, sent, good } = await windowsOf(3, {
        refresh: (_, response) => {
          issued++;
          reply(response, 200, { access_token: `access-${issued}`, expire_token: `expire-${issued}` });
        },
      });
      for (let round = 0; round < 720; round++) for (const window of windows) await poll(window, 1, 5_000);
      // Each tries after 2, 4, 8 s … 5 minutes: 40 times in three hours.
      assert.ok(sent("refresh") <= 3 * 45, `${sent("refresh")} renewals in three hours`);
      good.add(`access-${issued}`);
      for (const window of windows) await poll(window, 1, 5 * MINUTE);
      for (const window of windows) assert.deepEqual(await poll(window, 10, MINUTE), []);
    });
  });
});
