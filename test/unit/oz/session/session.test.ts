import assert from "node:assert/strict";
import { credentials, guarded, heldRefresh, page, refuse, SESSION_BEGIN, SESSION_END } from "../guarded";
import { clientOf, closeServers, errorOf, fault, reply, serve } from "../support";

describe("Session", () => {
  afterEach(closeServers);

  it("uses the stored token, without renewing it", async () => {
    const server = await guarded({ good: new Set(["access-1"]) });
    const { client, store } = clientOf(server.address);
    await client.listFolders(page);
    await client.listFolders(page);
    assert.equal(server.trace(), "access-1 access-1");
    assert.equal(store.saves, 0);
  });

  for (const code of [6, 7, 8, 15]) {
    it(`renews the session after a 401 with code ${code} and repeats the request once`, async () => {
      const server = await guarded({ code });
      const { client, store } = clientOf(server.address, { credentials });
      await client.listFolders(page);
      assert.equal(server.trace(), "access-1 refresh access-2");
      assert.equal(server.seen[1]?.token, "access-1");
      assert.equal(server.seen[1].body, '{"expire_token":"expire-1"}');
      assert.deepEqual(store.tokens, {
        accessToken: "access-2",
        expireToken: "expire-2",
        expireDate: SESSION_END,
        receivedAt: SESSION_BEGIN,
      });
      await client.listFolders(page);
      assert.equal(server.trace(), "access-1 refresh access-2 access-2");
    });
  }

  it("renews the session after a 401 that is not JSON", async () => {
    const good = new Set(["access-2"]);
    const server = await serve(({ url, token }, response) => {
      if (url === "/api/authorize/refresh/") reply(response, 201, { access_token: "access-2" });
      else if (good.has(token ?? "")) reply(response, 200, []);
      else reply(response, 401, "<html>401</html>");
    });
    const { client, store } = clientOf(server.address);
    await client.listFolders(page);
    assert.equal(store.tokens?.accessToken, "access-2");
  });

  for (const [status, code] of [
    [400, 3],
    [401, 7],
    [403, 9],
    [404, 0],
  ] as const) {
    it(`logs in again if the server refuses the refresh with ${status}`, async () => {
      const server = await guarded({ refresh: (_, response) => reply(response, status, fault(code)) });
      const { client } = clientOf(server.address, { credentials });
      await client.listFolders(page);
      assert.equal(server.trace(), "access-1 refresh log-in access-2");
      assert.equal(server.seen[2]?.token, undefined);
      assert.deepEqual(JSON.parse(server.seen[2]?.body ?? ""), { credentials });
    });
  }

  it("keeps the refresh token if a renewal brings no other one", async () => {
    const good = new Set(["access-2"]);
    const bodies: string[] = [];
    const server = await guarded({
      good,
      refresh: ({ body }, response) => {
        bodies.push(body);
        reply(response, 200, { access_token: `access-${bodies.length + 1}` });
      },
    });
    const { client, store } = clientOf(server.address);
    await client.listFolders(page);
    assert.deepEqual(store.tokens, { accessToken: "access-2", expireToken: "expire-1" });
    good.clear();
    good.add("access-3");
    await client.listFolders(page);
    assert.deepEqual(bodies, ['{"expire_token":"expire-1"}', '{"expire_token":"expire-1"}']);
  });

  it("renews the session after an error about the token that has status 200", async () => {
    const server = await guarded({ refused: (response) => reply(response, 200, fault(8)) });
    const { client } = clientOf(server.address);
    await client.listFolders(page);
    assert.equal(server.trace(), "access-1 refresh access-2");
  });

  it("asks to sign in if the server refuses refresh and log-in, and sends nothing for a while", async () => {
    const server = await guarded({ refresh: refuse, login: refuse });
    const { client, session, store } = clientOf(server.address, { credentials });
    const error = await errorOf(client.listFolders(page));
    assert.equal(error.reason, "signInNeeded");
    assert.match(error.message, /sign in again/);
    assert.equal(server.trace(), "access-1 refresh log-in");
    for (let poll = 0; poll < 100; poll++) {
      assert.equal((await errorOf(client.listFolders(page))).reason, "signInNeeded");
    }
    assert.equal(server.trace(), "access-1 refresh log-in");
    assert.equal(store.tokens?.accessToken, "access-1");

    await session.adopt({ accessToken: "access-9" });
    server.good.add("access-9");
    await client.listFolders(page);
    assert.equal(server.trace(), "access-1 refresh log-in access-9");
  });

  it("asks to sign in if there is neither a refresh token nor a password", async () => {
    const server = await guarded();
    const { client } = clientOf(server.address, { tokens: { accessToken: "access-1" } });
    assert.equal((await errorOf(client.listFolders(page))).reason, "signInNeeded");
    assert.equal((await errorOf(client.listFolders(page))).reason, "signInNeeded");
    assert.equal(server.trace(), "access-1");
  });

  it("does not renew again if the server refuses the renewed token too", async () => {
    const server = await guarded({
      refresh: (_, response) => reply(response, 200, { access_token: "bad", expire_token: "bad" }),
    });
    const { client } = clientOf(server.address, { credentials });
    assert.equal((await errorOf(client.listFolders(page))).reason, "signInNeeded");
    assert.equal((await errorOf(client.listFolders(page))).reason, "signInNeeded");
    assert.equal(server.trace(), "access-1 refresh bad");
  });

  it("logs in if there are credentials but no tokens", async () => {
    const server = await guarded();
    const { client, store } = clientOf(server.address, { tokens: undefined, credentials });
    await client.listFolders(page);
    assert.equal(server.trace(), "log-in access-2");
    assert.equal(store.tokens?.accessToken, "access-2");
  });

  it("sends nothing while signed out", async () => {
    const server = await guarded();
    const { client } = clientOf(server.address, { tokens: undefined });
    assert.equal((await errorOf(client.listFolders(page))).reason, "signInNeeded");
    assert.equal(server.trace(), "");
  });

  it("renews once for 20 concurrent requests", async () => {
    const server = await guarded();
    const { client } = clientOf(server.address, { credentials });
    await Promise.all(Array.from({ length: 20 }, () => client.listFolders(page)));
    const requests = server.trace().split(" ");
    assert.equal(requests.filter((word) => word === "refresh").length, 1);
    assert.equal(requests.filter((word) => word === "access-1").length, 20);
    assert.equal(requests.filter((word) => word === "access-2").length, 20);
  });

  it("tries to log in once for 20 concurrent requests", async () => {
    const server = await guarded({ refresh: refuse, login: refuse });
    const { client } = clientOf(server.address, { credentials });
    const errors = await Promise.all(Array.from({ length: 20 }, () => errorOf(client.listFolders(page))));
    assert.deepEqual([...new Set(errors.map((error) => error.reason))], ["signInNeeded"]);
    const requests = server.trace().split(" ");
    assert.equal(requests.filter((word) => word === "refresh").length, 1);
    assert.equal(requests.filter((word) => word === "log-in").length, 1);
  });

  it("reports a web page instead of the refreshed tokens", async () => {
    const server = await guarded({
      refresh: (_, response) => reply(response, 200, "<html>Please accept our terms</html>"),
    });
    const { client } = clientOf(server.address, { credentials });
    assert.equal((await errorOf(client.listFolders(page))).reason, "notOzApi");
  });

  it("cancels one request without cancelling the renewal that others wait for", async () => {
    const held = heldRefresh("access-2");
    const server = await guarded({ good: new Set(["access-2"]), refresh: held.refresh });
    const { client } = clientOf(server.address);
    const abort = new AbortController();
    const impatient = errorOf(client.listFolders(page, abort.signal));
    const patient = client.listFolders(page);
    await held.asked;
    abort.abort();
    assert.equal((await impatient).reason, "cancelled");
    held.answer();
    await patient;
    assert.equal(server.seen.filter(({ url }) => url.includes("refresh")).length, 1);
  });

  it("cancels a request while the token store does not answer", async () => {
    const { client, store } = clientOf("http://127.0.0.1:1");
    store.load = () => new Promise(() => undefined);
    assert.equal((await errorOf(client.listFolders(page, AbortSignal.abort()))).reason, "cancelled");
  });

  it("keeps working if the renewed tokens cannot be saved, and logs a warning", async () => {
    const server = await guarded();
    const { client, store, log } = clientOf(server.address);
    store.save = () => Promise.reject(new Error("keyring is locked"));
    await client.listFolders(page);
    await client.listFolders(page);
    assert.equal(server.trace(), "access-1 refresh access-2 access-2");
    assert.equal(
      log.lines.filter((line) => line === "warn The renewed session could not be saved.").length,
      1,
    );
  });
});
