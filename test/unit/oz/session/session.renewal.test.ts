import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { signInNeeded } from "../../../../src/oz/http/ozError";
import { settle } from "../../settle";
import { credentials, guarded, heldRefresh, page, refuse } from "../guarded";
import { clientOf, closeServers, errorOf, fault, reply, TestStore, type Seen } from "../support";

describe("Session: renewal among others", () => {
  afterEach(closeServers);

  it("tells nobody the refresh token that the server repeats in its error", async () => {
    const server = await guarded({
      refresh: (_, response) => reply(response, 500, fault(0, "No session of expire-1")),
    });
    const { client } = clientOf(server.address);
    const { message, serverMessage } = await errorOf(client.listFolders(page));
    assert.match(message, /No session of …/);
    assert.equal(serverMessage, "No session of …");
  });

  describe("when the network fails during a renewal", () => {
    it("says so and keeps the session", async () => {
      let isDown = true;
      const server = await guarded({
        refresh: (_, response) => {
          if (isDown) response.destroy();
          else reply(response, 200, { access_token: "access-7" });
        },
        good: new Set(["access-7"]),
      });
      const { client, store } = clientOf(server.address, { credentials });
      assert.equal((await errorOf(client.listFolders(page))).reason, "reset");
      assert.equal(store.tokens?.accessToken, "access-1");
      isDown = false;
      await client.listFolders(page);
      assert.equal(server.trace(), "access-1 refresh access-1 refresh access-7");
    });

    for (const [status, reason] of [
      [407, "proxySignIn"],
      [429, "tooManyRequests"],
      [500, "serverError"],
      [502, "serverError"],
    ] as const) {
      it(`reports ${status}, and does not sign in instead`, async () => {
        const server = await guarded({
          refresh: ({ body, token = "" }, response) => reply(response, status, fault(0, `${token} ${body}`)),
        });
        const { client, store } = clientOf(server.address, { credentials });
        const error = await errorOf(client.listFolders(page));
        assert.equal(error.reason, reason);
        assert.doesNotMatch(`${error.message} ${error.serverMessage}`, /access-1|expire-1/);
        assert.equal(server.trace(), "access-1 refresh");
        assert.equal(store.tokens?.accessToken, "access-1");
      });

      it(`reports ${status} at the sign-in, and tries again later`, async () => {
        const server = await guarded({
          refresh: refuse,
          login: (_, response) => reply(response, status, fault(0)),
        });
        const { client } = clientOf(server.address, { credentials });
        assert.equal((await errorOf(client.listFolders(page))).reason, reason);
        assert.equal((await errorOf(client.listFolders(page))).reason, reason);
        assert.equal(server.trace(), "access-1 refresh log-in access-1 refresh log-in");
      });
    }
  });

  describe("when the server has no such path", () => {
    const missing = (status: number) => (_: Seen, response: ServerResponse) =>
      reply(response, status, fault(10, "Object not exist"));

    for (const status of [404, 405]) {
      it(`signs in after ${status} to the refresh`, async () => {
        const server = await guarded({ refresh: missing(status) });
        const { client } = clientOf(server.address, { credentials });
        await client.listFolders(page);
        assert.equal(server.trace(), "access-1 refresh log-in access-2");
      });

      it(`says so after ${status} to the sign-in, and not that a folder is missing`, async () => {
        const server = await guarded({ refresh: missing(status), login: missing(status) });
        const { client, store } = clientOf(server.address, { credentials });
        const folder = client.getFolder("1f0c2e4a-93b7-4d1e-8a55-0c9d2b7e6f31");
        assert.equal((await errorOf(folder)).reason, "noSignIn");
        assert.equal(store.tokens?.accessToken, "access-1");
      });
    }
  });

  describe("with a slow request", () => {
    /** A request that is refused when told if it has the token access-1, and at once if it has any but the good one. */
    function slowRequest(good: string): {
      send: (token: string) => Promise<void>;
      refuse(): void;
      used: string[];
    } {
      const unauthorized = signInNeeded("http://127.0.0.1", 401);
      const used: string[] = [];
      let refuseNow: () => void;
      return {
        used,
        refuse: () => refuseNow(),
        send(token) {
          used.push(token);
          if (token === good) return Promise.resolve();
          if (token !== "access-1") return Promise.reject(unauthorized);
          return new Promise((_, reject) => (refuseNow = () => reject(unauthorized)));
        },
      };
    }

    it("only repeats it when the session was renewed meanwhile, even if the store did not keep it", async () => {
      const server = await guarded();
      const { client, session, store } = clientOf(server.address);
      const slow = slowRequest("access-2");
      const done = session.authorized("list", slow.send);
      await client.listFolders(page);
      store.tokens = { accessToken: "access-1", expireToken: "expire-1" };
      slow.refuse();
      await done;
      assert.deepEqual(slow.used, ["access-1", "access-2"]);
      assert.equal(server.trace(), "access-1 refresh access-2");
    });

    it("waits for a renewal that is under way again", async () => {
      const held = heldRefresh("access-3");
      const first = heldRefresh("access-2");
      const refreshes = [first.refresh, held.refresh];
      const good = new Set(["access-2"]);
      const server = await guarded({
        good,
        refresh: (seen, response) => refreshes.shift()?.(seen, response),
      });
      const { client, session } = clientOf(server.address);
      const slow = slowRequest("access-3");
      const done = session.authorized("list", slow.send);
      const renewed = client.listFolders(page);
      await first.asked;
      first.answer({ expire_token: "expire-2" });
      await renewed;
      good.clear();
      const renewedAgain = client.listFolders(page);
      await held.asked;
      slow.refuse();
      await settle();
      good.add("access-3");
      held.answer();
      await Promise.all([done, renewedAgain]);
      assert.deepEqual(slow.used, ["access-1", "access-3"]);
    });
  });

  describe("with other windows", () => {
    it("takes over what another window has renewed", async () => {
      const server = await guarded({ good: new Set(["access-5"]) });
      const { client, store } = clientOf(server.address);
      server.good.add("access-1");
      await client.listFolders(page);
      server.good.delete("access-1");
      store.tokens = { accessToken: "access-5" };
      await client.listFolders(page);
      assert.equal(server.trace(), "access-1 access-1 access-5");
      assert.equal(store.saves, 0);
    });

    it("takes over what another window has renewed at the same time", async () => {
      const store = new TestStore({ accessToken: "access-1", expireToken: "expire-1" });
      const server = await guarded({
        good: new Set(["access-5"]),
        refresh: (_, response) => {
          store.tokens = { accessToken: "access-5" };
          reply(response, 401, fault(7, "Session not found"));
        },
      });
      const { client } = clientOf(server.address, { store, credentials });
      await client.listFolders(page);
      assert.equal(server.trace(), "access-1 refresh access-5");
    });

    it("comes back to life when another window signs in", async () => {
      const server = await guarded({ refresh: refuse, good: new Set(["access-5"]) });
      const { client, store } = clientOf(server.address);
      await errorOf(client.listFolders(page));
      store.tokens = { accessToken: "access-5" };
      await client.listFolders(page);
      assert.equal(server.trace(), "access-1 refresh access-5");
    });

    it("leaves no session behind when another window signs out during a renewal", async () => {
      const store = new TestStore({ accessToken: "access-1", expireToken: "expire-1" });
      const server = await guarded({
        good: new Set(["access-7"]),
        refresh: (_, response) => {
          store.tokens = undefined;
          reply(response, 200, { access_token: "access-7" });
        },
      });
      const { client } = clientOf(server.address, { store });
      assert.equal((await errorOf(client.listFolders(page))).reason, "signInNeeded");
      assert.deepEqual([store.tokens, store.saves], [undefined, 0]);
    });

    for (const how of ["refresh", "log-in"])
      it(`does not replace the tokens of a sign-in during a ${how}`, async () => {
        const store = new TestStore({ accessToken: "access-1", expireToken: "expire-1" });
        const newer = { accessToken: "access-5", expireToken: "expire-5" };
        const renew = (_: Seen, response: ServerResponse): void => {
          store.tokens = newer;
          reply(response, 200, { access_token: "access-7" });
        };
        const server = await guarded({
          good: new Set(["access-5", "access-7"]),
          ...(how === "refresh" ? { refresh: renew } : { refresh: refuse, login: renew }),
        });
        const { client } = clientOf(server.address, { store, credentials });
        await client.listFolders(page);
        assert.deepEqual([store.tokens, store.saves], [newer, 0]);
        assert.equal(server.seen.at(-1)?.token, "access-5");
      });

    it("ends when another window signs out", async () => {
      const server = await guarded({ good: new Set(["access-1"]) });
      const { client, session, store } = clientOf(server.address);
      await client.listFolders(page);
      store.tokens = undefined;
      assert.deepEqual(await session.reload(), { signedIn: false, changed: true });
      assert.equal((await errorOf(client.listFolders(page))).reason, "signInNeeded");
      assert.equal(server.trace(), "access-1");
    });
  });
});
