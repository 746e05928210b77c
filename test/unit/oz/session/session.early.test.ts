import assert from "node:assert/strict";
import { signInNeeded } from "../../../../src/oz/http/ozError";
import type { Tokens } from "../../../../src/oz/session/tokens";
import { settle } from "../../settle";
import { credentials, guarded, heldRefresh, page, refuse, SESSION_BEGIN, SESSION_END } from "../guarded";
import { clientOf, closeServers, errorOf, reply, TestStore, type TestClient } from "../support";

/** The window of the tests renews at the very end of the span in which windows do: 60 s before the session ends. */
const DUE = SESSION_END - 60_000;

const quarterOfAnHour: Tokens = {
  accessToken: "access-1",
  expireToken: "expire-1",
  expireDate: SESSION_END,
  receivedAt: SESSION_BEGIN,
};

function clientAt(time: number, address: string, store = new TestStore(quarterOfAnHour)): TestClient {
  const opened = clientOf(address, { store });
  opened.clock.advance(time - opened.clock.now());
  return opened;
}

describe("Session: renewal before the end", () => {
  afterEach(closeServers);

  it("waits until the end is near", async () => {
    const server = await guarded({ good: new Set(["access-1"]) });
    const { client, clock } = clientAt(DUE - 1, server.address);
    await client.listFolders(page);
    assert.equal(server.trace(), "access-1");
    clock.advance(1);
    await client.listFolders(page);
    assert.equal(server.trace(), "access-1 refresh access-2");
  });

  it("is one for all callers, none of whom is refused", async () => {
    const server = await guarded();
    const { client } = clientAt(DUE, server.address);
    await Promise.all(Array.from({ length: 20 }, () => client.listFolders(page)));
    assert.deepEqual(new Set(server.trace().split(" ")), new Set(["refresh", "access-2"]));
    assert.equal(server.seen.length, 21);
  });

  it("begins in the last fifth of a short session", async () => {
    const server = await guarded({ good: new Set(["access-1"]) });
    const store = new TestStore({ ...quarterOfAnHour, expireDate: SESSION_BEGIN + 10_000 });
    const { client, clock } = clientAt(SESSION_BEGIN + 8999, server.address, store);
    await client.listFolders(page);
    clock.advance(1);
    await client.listFolders(page);
    assert.equal(server.trace(), "access-1 refresh access-2");
  });

  for (const [name, tokens] of [
    ["has no end", { accessToken: "access-1", expireToken: "expire-1" }],
    ["cannot be renewed", { accessToken: "access-1", expireDate: SESSION_END, receivedAt: SESSION_BEGIN }],
  ] as const) {
    it(`does not happen to a token that ${name}`, async () => {
      const server = await guarded({ good: new Set(["access-1"]) });
      const { client } = clientAt(SESSION_END, server.address, new TestStore(tokens));
      await client.listFolders(page);
      assert.equal(server.trace(), "access-1");
    });
  }

  for (const [name, refresh] of [
    ["is refused", refuse],
    ["fails", (_: unknown, response: { destroy(): unknown }) => void response.destroy()],
  ] as const) {
    it(`leaves the token in use when it ${name}, and is not tried again`, async () => {
      const server = await guarded({ good: new Set(["access-1"]), refresh });
      const { client, store } = clientAt(DUE, server.address);
      await client.listFolders(page);
      await client.listFolders(page);
      assert.equal(server.trace(), "refresh access-1 access-1");
      assert.equal(store.tokens?.accessToken, "access-1");
    });
  }

  it("leaves the token in use when the secret storage cannot be read", async () => {
    const server = await guarded({ good: new Set(["access-1"]) });
    const { client, clock, store } = clientAt(DUE - 1, server.address);
    await client.listFolders(page);
    clock.advance(1);
    store.load = () => Promise.reject(new Error("The keyring is locked."));
    await client.listFolders(page);
    await client.listFolders(page);
    assert.equal(server.trace(), "access-1 access-1 access-1");
  });

  it("is over before a refused request renews the session", async () => {
    const held = heldRefresh("access-7");
    const server = await guarded({ good: new Set(["access-7"]), refresh: held.refresh });
    const { client, session, clock } = clientAt(DUE - 1, server.address);
    let refuseFirst: ((error: unknown) => void) | undefined;
    const sent: string[] = [];
    const slow = session.authorized("list", (token) => {
      sent.push(token);
      if (sent.length > 1) return Promise.resolve();
      return new Promise<void>((_, reject) => (refuseFirst = reject));
    });
    await settle();
    clock.advance(1);
    const early = client.listFolders(page);
    await held.asked;
    refuseFirst?.(signInNeeded(server.address, 401));
    await settle();
    held.answer();
    await Promise.all([slow, early]);
    assert.deepEqual(sent, ["access-1", "access-7"]);
    assert.equal(server.trace(), "refresh access-7");
  });

  it("is not over before the renewed tokens are in use, however slow the secret storage is", async () => {
    const server = await guarded();
    const { client, store } = clientAt(DUE, server.address);
    const load = store.load.bind(store);
    let answer: (() => void) | undefined;
    const asked = new Promise<void>((tell) => {
      store.load = async () => {
        if (server.trace() === "refresh" && !answer) {
          tell();
          await new Promise<void>((resolve) => (answer = resolve));
        }
        return load();
      };
    });
    const first = client.listFolders(page);
    await asked;
    const second = client.listFolders(page);
    await settle();
    answer?.();
    await Promise.all([first, second]);
    assert.equal(server.trace(), "refresh access-2 access-2");
  });

  it("takes over what another window has renewed", async () => {
    const server = await guarded({ good: new Set(["access-1", "access-5"]) });
    const { client, store } = clientAt(DUE - 1, server.address);
    await client.listFolders(page);
    store.tokens = { accessToken: "access-5" };
    const later = clientAt(DUE, server.address, store);
    await later.client.listFolders(page);
    assert.equal(server.trace(), "access-1 access-5");
  });

  it("does not replace the tokens of a sign-in in another window meanwhile", async () => {
    const held = heldRefresh("late");
    const server = await guarded({ refresh: held.refresh, good: new Set(["access-5", "late"]) });
    const { client, store } = clientAt(DUE, server.address);
    const polling = client.listFolders(page);
    await held.asked;
    store.tokens = { accessToken: "access-5" };
    held.answer();
    await polling;
    assert.deepEqual([store.tokens, server.trace()], [{ accessToken: "access-5" }, "refresh access-5"]);
  });

  it("does not bring back a session that was signed out meanwhile", async () => {
    const held = heldRefresh("late");
    const server = await guarded({ refresh: held.refresh });
    const { client, session, store } = clientAt(DUE, server.address);
    const polling = errorOf(client.listFolders(page));
    await held.asked;
    await session.signOut();
    held.answer();
    assert.equal((await polling).reason, "signInNeeded");
    assert.equal(store.tokens, undefined);
  });

  it("does not replace a session that the user has begun meanwhile", async () => {
    const held = heldRefresh("late");
    const server = await guarded({ good: new Set(["late", "access-9"]), refresh: held.refresh });
    const { client, session, store } = clientAt(DUE, server.address);
    const polling = client.listFolders(page);
    await held.asked;
    await session.adopt({ accessToken: "access-9" });
    held.answer();
    await polling;
    await client.listFolders(page);
    assert.equal(server.trace(), "refresh access-9 access-9");
    assert.deepEqual(store.tokens, { accessToken: "access-9" });
  });

  describe("with clocks that differ", () => {
    for (const hours of [-5, 5]) {
      it(`goes by the server's own time, ${hours} hours away`, async () => {
        const shift = hours * 3_600_000;
        const server = await guarded({
          serverTime: SESSION_BEGIN + shift,
          expireDate: (SESSION_END + shift) / 1000,
        });
        const { client, store } = clientOf(server.address, { tokens: undefined });
        await client.signIn(credentials);
        assert.equal(store.tokens?.expireDate, SESSION_END);
      });
    }

    it("does not renew again and again when a new session seems to be over", async () => {
      const server = await guarded({ expireDate: SESSION_BEGIN / 1000 - 3600 });
      const { client } = clientOf(server.address, { tokens: undefined });
      await client.signIn(credentials);
      for (let poll = 0; poll < 5; poll++) await client.listFolders(page);
      assert.equal(server.trace(), `log-in${" access-2".repeat(5)}`);
    });

    it("takes the end as it is from a server without a Date header", async () => {
      const server = await guarded({
        login: (_, response) => {
          response.sendDate = false;
          reply(response, 200, { access_token: "access-2", expire_date: SESSION_END / 1000 });
        },
      });
      const { client, store } = clientOf(server.address, { tokens: undefined });
      await client.signIn(credentials);
      assert.equal(store.tokens?.expireDate, SESSION_END);
    });
  });
});
