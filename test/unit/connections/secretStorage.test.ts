import assert from "node:assert/strict";
import { SETTLE_DELAY } from "../../../src/base/sharedList";
import { OzError } from "../../../src/oz/http/ozError";
import { SANDBOX_ACCOUNT } from "../../../src/sandbox/account";
import { guarded } from "../oz/guarded";
import { closeServers } from "../oz/support";
import { settle } from "../settle";
import { TestClock } from "../testClock";
import { Installation, newest, rememberedPassword, signal, type Window } from "./windows";

/** How a call of the secret storage can end without an answer. */
const FAULTS = {
  rejects: () => Promise.reject(new Error("locked: hunter2")),
  throws: () => {
    throw new Error("locked: hunter2");
  },
  "never answers": () => new Promise<never>(() => undefined),
} as const;

describe("a secret storage that fails", () => {
  let clock: TestClock;
  let installation: Installation;
  beforeEach(() => {
    clock = new TestClock();
    installation = new Installation(clock);
  });
  afterEach(async () => {
    await installation.close();
    await closeServers();
  });

  /** Lets calls of the secret storage fail: those whose number, from 1, is chosen. */
  function failCalls(fault: keyof typeof FAULTS, isChosen: (call: number) => boolean): void {
    const { secrets } = installation;
    let calls = 0;
    const get = secrets.get.bind(secrets);
    const store = secrets.store.bind(secrets);
    secrets.get = (key) => (isChosen(++calls) ? FAULTS[fault]() : get(key));
    secrets.store = (key, value) => (isChosen(++calls) ? FAULTS[fault]() : store(key, value));
  }

  /** Sends one request, and lets the time pass until it has ended. @returns why it failed; undefined if it did not */
  async function failureOf(window: Window): Promise<OzError | undefined> {
    let outcome: { readonly error?: OzError } | undefined;
    newest(window).then(
      () => (outcome = {}),
      (error: unknown) => (outcome = { error: error as OzError }),
    );
    for (let turn = 1; turn < 5000 && !outcome; turn++) {
      await settle();
      if (turn % 100 === 0) clock.advance(1000);
    }
    assert.ok(outcome, "the request ends");
    return outcome.error;
  }

  async function signedIn(good = new Set<string>()): Promise<Window> {
    const server = await guarded({ good });
    const window = installation.window();
    await window.signIn(server.address, rememberedPassword, signal);
    return window;
  }

  for (const fault of Object.keys(FAULTS) as (keyof typeof FAULTS)[]) {
    it(`says so and no more if it ${fault}, and is asked again with the next request`, async () => {
      await signedIn();
      const window = installation.window();
      let isBroken = true;
      failCalls(fault, () => isBroken);
      const error = await failureOf(window);
      assert.ok(error instanceof OzError);
      assert.equal(error.reason, "secretStorage");
      assert.match(error.message, /^VS Code's secret storage.*keyring.*refresh\.$/);
      assert.doesNotMatch(error.message, /hunter2/);
      isBroken = false;
      assert.equal(await failureOf(window), undefined);
    });

    for (const call of [1, 2, 3, 4, 5])
      it(`goes on with a session that is about to end if call ${call} ${fault}`, async () => {
        const good = new Set<string>();
        const window = await signedIn(good);
        clock.advance(14 * 60_000);
        failCalls(fault, (number) => number === call);
        for (let poll = 0; poll < 10; poll++) {
          if (poll === 3) good.clear();
          assert.equal(await failureOf(window), undefined, `poll ${poll}`);
        }
      });

    it(`keeps the session of this window if it ${fault} at each call`, async () => {
      const window = await signedIn();
      failCalls(fault, () => true);
      for (let poll = 0; poll < 5; poll++) assert.equal(await failureOf(window), undefined);
    });
  }

  it("delays only the first request by long if it never answers, and none once it does", async () => {
    const window = await signedIn();
    const store = installation.secrets.store.bind(installation.secrets);
    let isBroken = true;
    failCalls("never answers", () => isBroken);
    // Another window renews the session: each request wants to know.
    for (const key of installation.secrets.values.keys()) await store(key, "{}");
    await settle();
    const seconds: number[] = [];
    for (let poll = 0; poll < 6; poll++) {
      if (poll === 5) isBroken = false;
      const begin = clock.elapsed();
      await failureOf(window);
      seconds.push((clock.elapsed() - begin) / 1000);
    }
    assert.ok(seconds[0]! <= 10, `${seconds[0]} s`);
    for (const later of seconds.slice(1)) assert.ok(later <= 2, seconds.join(" s, "));
    assert.equal(seconds[5], 0);
  });

  it("leaves no timer behind", async () => {
    const window = await signedIn();
    await newest(window);
    clock.advance(SETTLE_DELAY);
    assert.equal(clock.pending, 0);
  });
});

describe("a saved address that is no URL", () => {
  for (const kind of ["server", "sandbox"] as const)
    for (const baseUrl of ["not a URL", "oz.example.com", "javascript:alert(1)", "https://"])
      it(`fails as such, and the ${kind} can be left and removed: “${baseUrl}”`, async () => {
        const installation = new Installation(new TestClock());
        const { email } = SANDBOX_ACCOUNT;
        const rest = { id: "x", name: "Old", baseUrl, email, epoch: 1, savesPassword: true, signedIn: true };
        await installation.memory.update("ozInspector.connections", [{ kind, ...rest }]);
        await installation.memory.update("ozInspector.activeConnection", "x");
        const window = installation.window();
        await assert.rejects(newest(window), (error: OzError) => {
          assert.ok(error instanceof OzError);
          assert.equal(error.reason, "invalidAddress");
          assert.ok(error.message.includes(`“${baseUrl}”`), error.message);
          return true;
        });
        window.tryAgain();
        await window.signOut("x");
        assert.notEqual(window.current?.signedIn, true);
        await window.remove("x");
        assert.deepEqual(window.all, []);
        await installation.close();
      });
});
