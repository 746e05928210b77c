import assert from "node:assert/strict";
import { readTokens } from "../../../src/oz/session/tokens";
import { guarded } from "../oz/guarded";
import { closeServers, fault, reply } from "../oz/support";
import { settle } from "../settle";
import { TestMemory } from "./stores";
import { Installation, newest, password, rememberedPassword, signal, token, type Window } from "./windows";

/** What a user does, in a window that is signed in or not. The extension host may end at any of its writes. */
const DEEDS: Readonly<Record<string, Deed>> = {
  "a first sign-in": { do: (window, to) => window.signIn(to, password, signal) },
  "a first sign-in whose password is saved": {
    do: (window, to) => window.signIn(to, rememberedPassword, signal),
  },
  "a first sign-in with an access token": { do: (window, to) => window.signIn(to, token, signal) },
  "another sign-in": { before: signIn, do: (window, to) => window.signIn(to, password, signal) },
  "a sign-in after a sign-out": {
    before: async (window, to) => {
      await signIn(window, to);
      await window.signOut("id-1");
    },
    do: (window, to) => window.signIn(to, rememberedPassword, signal),
  },
  "a sign-out": { before: signIn, do: (window) => window.signOut("id-1") },
  "a removal": { before: signIn, do: (window) => window.remove("id-1") },
  "a removal of a connection that is not shown": {
    before: async (window, to) => {
      await signIn(window, to);
      await window.openSandbox(to);
    },
    do: (window) => window.remove("id-1"),
  },
  "a new name": { before: signIn, do: (window) => window.rename("id-1", { name: "Other" }) },
};

interface Deed {
  before?(window: Window, to: string): Promise<unknown>;
  do(window: Window, to: string): Promise<unknown>;
}

function signIn(window: Window, to: string): Promise<unknown> {
  return window.signIn(to, rememberedPassword, signal);
}

describe("an extension host that is killed", () => {
  let installation: Installation;
  beforeEach(() => (installation = new Installation()));
  afterEach(async () => {
    await installation.close();
    await closeServers();
  });

  /**
   * Lets writes end with the extension host: from the chosen one on, nothing is written and nothing answers.
   * @param last how many are still made
   * @returns tells whether it was killed
   */
  function killAfter(last: number, memories: readonly TestMemory[]): () => boolean {
    let writes = 0;
    const { secrets } = installation;
    const mortal =
      <A extends unknown[]>(write: (...args: A) => Promise<void>) =>
      (...args: A): Promise<void> =>
        ++writes > last ? new Promise<never>(() => undefined) : write(...args);
    for (const memory of memories) memory.update = mortal(memory.update.bind(memory));
    secrets.store = mortal(secrets.store.bind(secrets));
    secrets.delete = mortal(secrets.delete.bind(secrets));
    return () => writes > last;
  }

  /** Opens VS Code again, with stores that work. */
  async function restart(windowMemento: TestMemory): Promise<Window> {
    const { memory, secrets } = installation;
    for (const store of [memory, windowMemento]) Reflect.deleteProperty(store, "update");
    for (const name of ["store", "delete"]) Reflect.deleteProperty(secrets, name);
    const window = installation.window(windowMemento);
    for (let turn = 0; turn < 20; turn++) await settle();
    return window;
  }

  /** Nothing half: each secret has a connection that owns it, and none claims a session that it lacks. */
  function assertWhole(window: Window): void {
    const { values } = installation.secrets;
    const owners = window.all.map(({ id, baseUrl }) => `${baseUrl} ${id}`);
    for (const key of values.keys())
      assert.ok(
        owners.some((owner) => key.endsWith(owner)),
        `nobody's: ${key}`,
      );
    for (const saved of window.signedIn)
      if (saved.kind === "server") {
        const text = values.get(`ozInspector.tokens ${saved.baseUrl} ${saved.id}`) ?? "null";
        assert.ok(readTokens(JSON.parse(text)), "signed in without a session");
      }
  }

  for (const [name, deed] of Object.entries(DEEDS))
    it(`leaves nothing half at any moment of ${name}`, async () => {
      let isKilled = true;
      let kills = 0;
      for (let last = 0; isKilled; last++) {
        installation = new Installation();
        const server = await guarded({
          login: (_, response) =>
            reply(response, 200, { access_token: "access-9", expire_token: "expire-9" }),
          good: new Set(["access-9", "accessToken" in token ? token.accessToken : ""]),
        });
        const windowMemento = new TestMemory();
        const window = installation.window(windowMemento);
        await deed.before?.(window, server.address);
        const wasKilled = killAfter(last, [installation.memory, windowMemento]);
        const outcome = { isDone: false };
        const done = deed.do(window, server.address).then(() => (outcome.isDone = true));
        while (!outcome.isDone && !wasKilled()) await settle();
        // What the dying host still did in the same moment.
        for (let turn = 0; turn < 20; turn++) await settle();
        isKilled = wasKilled();
        if (!isKilled) await done;
        const reopened = await restart(windowMemento);
        assertWhole(reopened);
        if (reopened.current?.signedIn === true) await newest(reopened);
        // Whatever was left, the same can be done now.
        if (reopened.all.some(({ id }) => id === "id-1") || !deed.before)
          await deed.do(reopened, server.address);
        assertWhole(reopened);
        if (isKilled) kills += 1;
        await installation.close();
      }
      assert.ok(kills > 0);
    });

  for (const [what, method, expected] of [
    [
      "asks to sign in again, in one sentence",
      password,
      /^127\.0\.0\.1:\d+ does not accept the session\. .* sign in again\.$/,
    ],
    ["is renewed by the saved password", rememberedPassword, undefined],
  ] as const)
    it(`after its refresh token was used up, but before the new one was stored: ${what}`, async () => {
      const refreshTokens = new Set(["expire-9"]);
      const good = new Set(["access-9"]);
      const server = await guarded({
        good,
        login: (_, response) => {
          good.add("access-9");
          refreshTokens.add("expire-9");
          reply(response, 200, { access_token: "access-9", expire_token: "expire-9" });
        },
        refresh: (_, response) => {
          // Each refresh token works once.
          if (!refreshTokens.delete("expire-9")) {
            reply(response, 401, fault(7, "Session not found"));
            return;
          }
          good.add("access-10");
          reply(response, 200, { access_token: "access-10", expire_token: "expire-10" });
        },
      });
      const windowMemento = new TestMemory();
      const window = installation.window(windowMemento);
      await window.signIn(server.address, method, signal);
      good.clear();
      const wasKilled = killAfter(0, []);
      void newest(window).catch(() => undefined);
      while (!wasKilled()) await settle();
      assert.match(server.trace(), /refresh$/);
      const reopened = await restart(windowMemento);
      assertWhole(reopened);
      good.clear();
      if (!expected) assert.equal(await newest(reopened), undefined);
      else await assert.rejects(newest(reopened), { reason: "signInNeeded", message: expected });
    });
});
