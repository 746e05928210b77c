import assert from "node:assert/strict";
import { credentials, guarded, heldRefresh, page, refuse, SESSION_BEGIN, SESSION_END } from "../guarded";
import { clientOf, closeServers, errorOf, fault, reply, serve } from "../support";

describe("Session", () => {
  afterEach(closeServers);

  it("uses the stored token and asks for nothing else", async () => {
    const server = await guarded({ good: new Set(["access-1"]) });
    const { client, store } = clientOf(server.address);
    await client.listFolders(page);
    await client.listFolders(page);
    assert.equal(server.counts(), "access-1 access-1");
    assert.equal(store.saves, 0);
  });

  for (const code of [6, 7, 8, 15]) {
    it(`renews after a 401 with code ${code} and repeats the request once`, async () => {
      const server = await guarded({ code });
      const { client, store } = clientOf(server.address, { credentials });
      await client.listFolders(page);
      assert.equal(server.counts(), "access-1 refresh access-2");
      assert.equal(server.seen[1]?.token, "access-1");
      assert.equal(server.seen[1].body, '{"expire_token":"expire-1"}');
      assert.deepEqual(store.tokens, {
        accessToken: "access-2",
        expireToken: "expire-2",
        expireDate: SESSION_END,
        receivedAt: SESSION_BEGIN,
      });
      await client.listFolders(page);
      assert.equal(server.counts(), "access-1 refresh access-2 access-2");
    });
  }

  it("renews after a 401 that is not JSON", async () => {
    const good = new Set(["access-2"]);
    const server = await serve(({ url, token }, response) => {
      if (url === "/api/authorize/refresh/") reply(response, 201, { access_token: "access-2" });
      else if (good.has(token ?? "")) reply(response, 200, []);
      else reply(response, 401, "<html>401</html>");
    });
    const { client, store } = clientOf(server.address);
    await client.listFolders(page);
    assert.deepEqual(store.tokens, { accessToken: "access-2" });
  });

  for (const [status, code] of [
    [400, 3],
    [401, 7],
    [403, 9],
    [404, 0],
  ] as const) {
    it(`logs in when the refresh is refused with ${status}`, async () => {
      const server = await guarded({ refresh: (_, response) => reply(response, status, fault(code)) });
      const { client } = clientOf(server.address, { credentials });
      await client.listFolders(page);
      assert.equal(server.counts(), "access-1 refresh log-in access-2");
      assert.equal(server.seen[2]?.token, undefined);
      assert.deepEqual(JSON.parse(server.seen[2]?.body ?? ""), { credentials });
    });
  }

  it("asks to sign in if both are refused, and sends nothing more", async () => {
    const server = await guarded({ refresh: refuse, login: refuse });
    const { client, session, store } = clientOf(server.address, { credentials });
    const error = await errorOf(client.listFolders(page));
    assert.equal(error.reason, "signInNeeded");
    assert.match(error.message, /Sign in again/);
    assert.equal(server.counts(), "access-1 refresh log-in");
    for (let poll = 0; poll < 100; poll++) {
      assert.equal((await errorOf(client.listFolders(page))).reason, "signInNeeded");
    }
    assert.equal(server.counts(), "access-1 refresh log-in");
    assert.equal(store.tokens?.accessToken, "access-1");

    await session.adopt({ accessToken: "access-9" });
    server.good.add("access-9");
    await client.listFolders(page);
    assert.equal(server.counts(), "access-1 refresh log-in access-9");
  });

  it("cannot renew an access token without a refresh token", async () => {
    const server = await guarded();
    const { client } = clientOf(server.address, { tokens: { accessToken: "access-1" } });
    assert.equal((await errorOf(client.listFolders(page))).reason, "signInNeeded");
    assert.equal((await errorOf(client.listFolders(page))).reason, "signInNeeded");
    assert.equal(server.counts(), "access-1");
  });

  it("stops at a second 401, now and later", async () => {
    const server = await guarded({
      refresh: (_, response) => reply(response, 200, { access_token: "bad", expire_token: "bad" }),
    });
    const { client } = clientOf(server.address, { credentials });
    assert.equal((await errorOf(client.listFolders(page))).reason, "signInNeeded");
    assert.equal((await errorOf(client.listFolders(page))).reason, "signInNeeded");
    assert.equal(server.counts(), "access-1 refresh bad");
  });

  it("logs in when there is no session but there are credentials", async () => {
    const server = await guarded();
    const { client, store } = clientOf(server.address, { tokens: undefined, credentials });
    await client.listFolders(page);
    assert.equal(server.counts(), "log-in access-2");
    assert.equal(store.tokens?.accessToken, "access-2");
  });

  it("sends nothing when nobody is signed in", async () => {
    const server = await guarded();
    const { client } = clientOf(server.address, { tokens: undefined });
    assert.equal((await errorOf(client.listFolders(page))).reason, "signInNeeded");
    assert.equal(server.counts(), "");
  });

  it("renews once for 20 callers at the same time", async () => {
    const server = await guarded();
    const { client } = clientOf(server.address, { credentials });
    await Promise.all(Array.from({ length: 20 }, () => client.listFolders(page)));
    const counts = server.counts().split(" ");
    assert.equal(counts.filter((word) => word === "refresh").length, 1);
    assert.equal(counts.filter((word) => word === "access-1").length, 20);
    assert.equal(counts.filter((word) => word === "access-2").length, 20);
  });

  it("logs in once for 20 callers at the same time", async () => {
    const server = await guarded({ refresh: refuse, login: refuse });
    const { client } = clientOf(server.address, { credentials });
    const errors = await Promise.all(Array.from({ length: 20 }, () => errorOf(client.listFolders(page))));
    assert.deepEqual([...new Set(errors.map((error) => error.reason))], ["signInNeeded"]);
    const counts = server.counts().split(" ");
    assert.equal(counts.filter((word) => word === "refresh").length, 1);
    assert.equal(counts.filter((word) => word === "log-in").length, 1);
  });

  it("reports a web page in place of a renewed session", async () => {
    const server = await guarded({
      refresh: (_, response) => reply(response, 200, "<html>Please accept our terms</html>"),
    });
    const { client } = clientOf(server.address, { credentials });
    assert.equal((await errorOf(client.listFolders(page))).reason, "notOzApi");
  });

  it("lets one caller go without stopping the renewal of the others", async () => {
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

  it("is cancelled even while the store does not answer", async () => {
    const { client, store } = clientOf("http://127.0.0.1:1");
    store.load = () => new Promise(() => undefined);
    assert.equal((await errorOf(client.listFolders(page, AbortSignal.abort()))).reason, "cancelled");
  });

  it("keeps working if a renewed session cannot be saved, and logs it", async () => {
    const server = await guarded();
    const { client, store, log } = clientOf(server.address);
    store.save = () => Promise.reject(new Error("keyring is locked"));
    await client.listFolders(page);
    await client.listFolders(page);
    assert.equal(server.counts(), "access-1 refresh access-2 access-2");
    assert.equal(
      log.lines.filter((line) => line === "warn The renewed session could not be saved.").length,
      1,
    );
  });
});
