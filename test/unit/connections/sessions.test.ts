import assert from "node:assert/strict";
import { OzError } from "../../../src/oz/http/ozError";
import { startSandbox, type StartOptions } from "../../../src/sandbox/start";
import { guarded, refuse } from "../oz/guarded";
import { closeServers, fault, reply } from "../oz/support";
import { TestClock } from "../testClock";
import { Installation, newest, password, rememberedPassword, signal, token, type Window } from "./windows";

const MINUTE = 60_000;

describe("sessions in fast motion", () => {
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

  /** A sandbox whose sessions last a quarter of an hour of the test's clock. */
  async function start(options: StartOptions): Promise<string> {
    const server = await startSandbox({ folders: 3, clock, ...options });
    open.push(server);
    return server.address;
  }

  /** Polls as the extension does in the background; gives what the user would be asked for. */
  async function poll(window: Window, count: number, interval: number): Promise<string[]> {
    const prompts: string[] = [];
    // A test that has failed by its time limit still polls: not by the clock of the next one.
    const own = clock;
    for (let index = 0; index < count; index++) {
      own.advance(interval);
      await newest(window).catch((error: unknown) => {
        prompts.push(error instanceof OzError ? error.reason : "crash");
      });
    }
    return prompts;
  }

  const logged = (part: RegExp): number => installation.lines.filter((line) => part.test(line)).length;

  for (const [name, options, interval] of [
    ["that slide", {}, MINUTE],
    ["that do not slide", { slidingSessions: false }, MINUTE],
    ["that are over before each poll", { slidingSessions: false }, 20 * MINUTE],
  ] as const) {
    it(`1,000 polls over sessions ${name} ask the user for nothing and keep no password`, async () => {
      const window = installation.window();
      await window.signIn(await start(options), password, signal);
      assert.deepEqual(await poll(window, 1000, interval), []);
      assert.equal(logged(/authorize\/auth/), 1, "one log-in");
      assert.equal(logged(/ 401 /), 0, "no request is refused");
      const hours = (1000 * interval) / (60 * MINUTE);
      assert.ok(logged(/authorize\/refresh/) <= Math.max(1000, hours * 5));
    });
  }

  it("two windows share one session and take turns in renewing it", async () => {
    const windows = [installation.window(), installation.window()] as const;
    await windows[0].signIn(await start({ slidingSessions: false }), password, signal);
    await windows[1].switchTo("id-1");
    const prompts: string[] = [];
    for (let index = 0; index < 500; index++) {
      prompts.push(...(await poll(windows[0], 1, MINUTE)), ...(await poll(windows[1], 1, MINUTE)));
    }
    assert.deepEqual(prompts, []);
    assert.equal(logged(/authorize\/auth/), 1);
    assert.equal(logged(/ 401 /), 0);
    // A thousand minutes have 67 quarters of an hour; each session is renewed in its last two minutes.
    assert.ok(logged(/authorize\/refresh/) <= 80, `${logged(/authorize\/refresh/)} renewals`);
  });

  it("two windows that find the session over at the same moment both go on", async () => {
    const windows = [installation.window(), installation.window()] as const;
    await windows[0].signIn(await start({ slidingSessions: false }), password, signal);
    await windows[1].switchTo("id-1");
    await Promise.all(windows.map(newest));
    for (let index = 0; index < 50; index++) {
      clock.advance(30 * MINUTE);
      assert.equal((await Promise.all(windows.map(newest))).length, 2);
    }
  });

  it("a server that has forgotten its sessions: without a password the user is needed, and nothing is sent until then", async () => {
    const window = installation.window();
    const server = await startSandbox({ folders: 3, clock });
    await window.signIn(server.address, password, signal);
    await server.close();
    await start({ port: server.port });
    assert.deepEqual(await poll(window, 100, MINUTE), Array(100).fill("signInNeeded"));
    const sent = installation.lines.length;
    await poll(window, 900, MINUTE);
    assert.equal(installation.lines.length, sent);
    await window.signIn(server.address, token, signal);
    assert.deepEqual(await poll(window, 10, MINUTE), []);
  });

  it("a server that has forgotten its sessions: a remembered password logs in once", async () => {
    const window = installation.window();
    const server = await startSandbox({ folders: 3, clock });
    await window.signIn(server.address, rememberedPassword, signal);
    await server.close();
    await start({ port: server.port });
    assert.deepEqual(await poll(window, 1000, MINUTE), []);
    assert.equal(logged(/authorize\/auth/), 2);
  });

  it("a password that was changed meanwhile is tried once, not until the account is locked", async () => {
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
    assert.equal(server.counts().split(" ").slice(before).join(" "), "access-9 refresh log-in");
  });
});
