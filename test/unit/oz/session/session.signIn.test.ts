import assert from "node:assert/strict";
import { credentials, guarded, heldRefresh, page, SESSION_BEGIN, SESSION_END } from "../guarded";
import { clientOf, closeServers, errorOf, fault, reply, serveRaw } from "../support";

describe("Session: signing in and out", () => {
  afterEach(closeServers);

  describe("signIn", () => {
    it("stores the tokens and not the password", async () => {
      const server = await guarded();
      const { client, store } = clientOf(server.address, { tokens: undefined });
      await client.signIn(credentials);
      assert.deepEqual(store.tokens, {
        accessToken: "access-2",
        expireToken: "expire-2",
        expireDate: SESSION_END,
        receivedAt: SESSION_BEGIN,
      });
      await client.listFolders(page);
      assert.equal(server.trace(), "log-in access-2");
    });

    for (const [status, code] of [
      [400, 4],
      [401, 7],
      [401, 15],
      [403, 211],
    ] as const) {
      it(`reports a refusal with ${status} and code ${code}, quoting the server but not the password`, async () => {
        const server = await guarded({
          login: ({ body }, response) => reply(response, status, fault(code, `No user with ${body}`)),
        });
        const { client, store, log } = clientOf(server.address, { tokens: { accessToken: "access-1" } });
        const error = await errorOf(client.signIn(credentials));
        assert.equal(error.reason, "credentialsRefused");
        assert.equal(error.status, status);
        assert.equal(error.errorCode, code);
        assert.match(error.message, /did not accept this email and password \(“No user with .*“?/);
        assert.doesNotMatch([error.message, error.stack, error.serverMessage, ...log.lines].join(), /s3cret/);
        assert.equal(store.tokens?.accessToken, "access-1");
      });
    }

    for (const [status, body] of [
      [404, fault(10, "Object not exist")],
      [404, fault(0, "Not found")],
      [404, { message: "no route" }],
      [404, "<html>"],
      [404, ""],
      [405, fault(1, "HTTP method POST is not allowed")],
      [405, "<html>"],
    ] as const) {
      it(`says that a server has no sign-in for ${status} with ${JSON.stringify(body)}`, async () => {
        const server = await guarded({ login: (_, response) => reply(response, status, body) });
        const { client } = clientOf(server.address, { tokens: undefined });
        const error = await errorOf(client.signIn(credentials));
        assert.equal(error.reason, "noSignIn");
        assert.equal(error.status, status);
        assert.equal(
          error.message,
          `${new URL(server.address).host} has no sign-in with email and password, as is normal for Instant API. Check the address and its path, or connect with an access token.`,
        );
      });
    }

    for (const [status, body, reason] of [
      [200, "<html>", "notOzApi"],
      [200, {}, "unreadable"],
      [200, { access_token: "" }, "unreadable"],
      [403, "<html>", "forbidden"],
      [429, fault(101), "tooManyRequests"],
      [500, fault(0), "serverError"],
      [302, "", "notOzApi"],
    ] as const) {
      it(`is ${reason} for ${status} with ${JSON.stringify(body)}`, async () => {
        const server = await guarded({ login: (_, response) => reply(response, status, body) });
        const { client } = clientOf(server.address, { tokens: undefined });
        assert.equal((await errorOf(client.signIn(credentials))).reason, reason);
      });
    }

    it("returns the role as one line without secrets", async () => {
      const body = `{"user_type": "x ${credentials.password} new-one newer-one ${"y ".repeat(99)}",
        "access_token": "new-one", "expire_token": "newer-one"}`;
      const server = await guarded({ login: (_, response) => reply(response, 200, body) });
      const role = await clientOf(server.address, { tokens: undefined }).client.signIn(credentials);
      assert.match(role ?? "", /^X … … … (Y )+Y…$/);
    });

    it("does not sign in after it was cancelled", async () => {
      const abort = new AbortController();
      const address = await serveRaw(() => abort.abort());
      const { client, store } = clientOf(address, { tokens: undefined });
      assert.equal((await errorOf(client.signIn(credentials, abort.signal))).reason, "cancelled");
      assert.equal(store.tokens, undefined);
    });

    it("wins over a renewal that is under way", async () => {
      const held = heldRefresh("old");
      const server = await guarded({ refresh: held.refresh });
      const { client, store } = clientOf(server.address);
      const polling = client.listFolders(page);
      await held.asked;
      await client.signIn(credentials);
      held.answer();
      await polling;
      assert.equal(store.tokens?.accessToken, "access-2");
      assert.equal(server.trace(), "access-1 refresh log-in access-2");
    });
  });

  describe("adopt", () => {
    it("wins over a renewal that is just being saved", async () => {
      const server = await guarded();
      const { client, session, store } = clientOf(server.address);
      const load = store.load.bind(store);
      let loads = 0;
      store.load = async () => {
        const stored = await load();
        // What the renewal reads last is what was there before the sign-in.
        if (++loads === 3) await session.adopt({ accessToken: "access-5" });
        return stored;
      };
      server.good.add("access-5");
      await client.listFolders(page);
      assert.deepEqual(store.tokens, { accessToken: "access-5" });
      assert.equal(server.trace(), "access-1 refresh access-5");
    });

    it("tries again a token that had been refused", async () => {
      const server = await guarded();
      const { client, session } = clientOf(server.address, { tokens: { accessToken: "access-1" } });
      assert.equal((await errorOf(client.listFolders(page))).reason, "signInNeeded");
      server.good.add("access-1");
      await session.adopt({ accessToken: "access-1" });
      await client.listFolders(page);
      assert.equal(server.trace(), "access-1 access-1");
    });
  });

  describe("forget", () => {
    it("drops the tokens here and in the store", async () => {
      const server = await guarded({ good: new Set(["access-1"]) });
      const { client, session, store } = clientOf(server.address);
      await client.listFolders(page);
      await session.signOut();
      assert.equal(store.tokens, undefined);
      assert.equal((await errorOf(client.listFolders(page))).reason, "signInNeeded");
      assert.equal(server.trace(), "access-1");
    });

    it("is not undone by a renewal that is under way", async () => {
      const held = heldRefresh("late");
      const server = await guarded({ refresh: held.refresh });
      const { client, session, store } = clientOf(server.address);
      const polling = errorOf(client.listFolders(page));
      await held.asked;
      await session.signOut();
      held.answer();
      assert.equal((await polling).reason, "signInNeeded");
      assert.equal(store.tokens, undefined);
      assert.equal(server.trace(), "access-1 refresh");
    });

    it("is not undone by a store that is slow to load", async () => {
      const server = await guarded({ good: new Set(["access-1"]) });
      const { client, session, store } = clientOf(server.address);
      let loaded: (() => void) | undefined;
      const slow = new Promise<void>((resolve) => (loaded = resolve));
      const { tokens } = store;
      store.load = async () => {
        await slow;
        return tokens;
      };
      const polling = errorOf(client.listFolders(page));
      await session.signOut();
      store.load = () => Promise.resolve(undefined);
      loaded?.();
      assert.equal((await polling).reason, "signInNeeded");
      assert.equal(server.trace(), "");
    });
  });
});
