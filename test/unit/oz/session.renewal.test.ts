import assert from "node:assert/strict";
import { credentials, guarded, page, refuse } from "./guarded";
import { clientOf, closeServers, errorOf, fault, reply, TestStore } from "./support";

describe("Session: renewal among others", () => {
  afterEach(closeServers);

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
      assert.equal(server.counts(), "access-1 refresh access-1 refresh access-7");
    });

    for (const [status, reason] of [
      [429, "tooManyRequests"],
      [500, "serverError"],
      [502, "serverError"],
    ] as const) {
      it(`says so for ${status}, and does not try a log-in instead`, async () => {
        const server = await guarded({ refresh: (_, response) => reply(response, status, fault(0)) });
        const { client, store } = clientOf(server.address, { credentials });
        assert.equal((await errorOf(client.listFolders(page))).reason, reason);
        assert.equal(server.counts(), "access-1 refresh");
        assert.equal(store.tokens?.accessToken, "access-1");
      });

      it(`says so for ${status} at the log-in, and tries again later`, async () => {
        const server = await guarded({
          refresh: refuse,
          login: (_, response) => reply(response, status, fault(0)),
        });
        const { client } = clientOf(server.address, { credentials });
        assert.equal((await errorOf(client.listFolders(page))).reason, reason);
        assert.equal((await errorOf(client.listFolders(page))).reason, reason);
        assert.equal(server.counts(), "access-1 refresh log-in access-1 refresh log-in");
      });
    }
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
      assert.equal(server.counts(), "access-1 access-1 access-5");
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
      assert.equal(server.counts(), "access-1 refresh access-5");
    });

    it("comes back to life when another window signs in", async () => {
      const server = await guarded({ refresh: refuse, good: new Set(["access-5"]) });
      const { client, store } = clientOf(server.address);
      await errorOf(client.listFolders(page));
      store.tokens = { accessToken: "access-5" };
      await client.listFolders(page);
      assert.equal(server.counts(), "access-1 refresh access-5");
    });

    it("ends when another window signs out", async () => {
      const server = await guarded({ good: new Set(["access-1"]) });
      const { client, session, store } = clientOf(server.address);
      await client.listFolders(page);
      store.tokens = undefined;
      session.reload();
      assert.equal((await errorOf(client.listFolders(page))).reason, "signInNeeded");
      assert.equal(server.counts(), "access-1");
    });
  });
});
