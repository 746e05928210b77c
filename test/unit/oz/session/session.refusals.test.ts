import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { SavedPassword } from "../../../../src/connections/savedPassword";
import { OzError } from "../../../../src/oz/http/ozError";
import { TestSecrets } from "../../connections/stores";
import { credentials, guarded, page, refuse } from "../guarded";
import { clientOf, closeServers, errorOf, fault, reply, type TestClient } from "../support";

const webPage = (response: ServerResponse, status: number): void =>
  reply(response, status, "<html><title>Gateway</title></html>");

const apiError = (response: ServerResponse, status: number): void => reply(response, status, fault(7));

/** Asks every second. @returns after how many seconds the requests succeeded, and why the others failed */
async function poll(
  { client, clock }: TestClient,
  seconds: number,
): Promise<{ readonly good: number[]; readonly reasons: Set<string> }> {
  const good: number[] = [];
  const reasons = new Set<string>();
  for (let second = 0; second < seconds; second++) {
    await client.listFolders(page).then(
      () => good.push(second),
      (error: unknown) => reasons.add(error instanceof OzError ? error.reason : String(error)),
    );
    clock.advance(1000);
  }
  return { good, reasons };
}

describe("Session: refusals that pass", () => {
  afterEach(closeServers);

  for (const [who, answer] of [
    ["a gateway", webPage],
    ["the API", apiError],
  ] as const)
    for (const [which, saved] of [
      ["without a saved password", undefined],
      ["with one", credentials],
    ] as const)
      it(`goes on after ${who} answered everything with 401 for six seconds, ${which}`, async () => {
        const refuseNow = (_: unknown, response: ServerResponse): void => answer(response, 401);
        const server = await guarded({
          refresh: refuseNow,
          login: refuseNow,
          refused: (response) => answer(response, 401),
        });
        const opened = clientOf(server.address, { credentials: saved });
        assert.deepEqual(await poll(opened, 6), { good: [], reasons: new Set(["signInNeeded"]) });
        server.good.add("access-1");
        const { good } = await poll(opened, 60);
        assert.ok((good[0] ?? Infinity) <= 10, `the first success after ${good[0]} s`);
        assert.equal(good.length, 60 - (good[0] ?? 0));
        assert.ok(
          server
            .trace()
            .split(" ")
            .filter((word) => word === "log-in").length <= 1,
        );
        assert.equal(opened.store.tokens?.accessToken, "access-1");
      });

  for (const status of [400, 403, 404, 409, 413])
    for (const [who, answer] of [
      ["a gateway", webPage],
      ["the API", apiError],
    ] as const)
      it(`goes on after ${who} answered the renewal alone with ${status} for a while`, async () => {
        let isRefused = true;
        const server = await guarded({
          refresh: (_, response) => {
            if (isRefused) answer(response, status);
            else reply(response, 200, { access_token: "access-2" });
          },
        });
        const opened = clientOf(server.address);
        assert.deepEqual(await poll(opened, 6), { good: [], reasons: new Set(["signInNeeded"]) });
        isRefused = false;
        server.good.add("access-2");
        assert.ok(((await poll(opened, 20)).good[0] ?? Infinity) <= 10);
      });

  it("tries a static token again after pauses that grow to five minutes", async () => {
    const server = await guarded();
    const opened = clientOf(server.address, { tokens: { accessToken: "access-1" } });
    const attempts: number[] = [];
    for (let second = 0; second < 1800; second++) {
      const before = server.seen.length;
      const error = await errorOf(opened.client.listFolders(page));
      assert.equal(error.reason, "signInNeeded");
      if (server.seen.length > before) attempts.push(second);
      opened.clock.advance(1000);
    }
    assert.deepEqual(attempts, [0, 2, 6, 14, 30, 62, 126, 254, 510, 810, 1110, 1410, 1710]);
    assert.equal(server.seen.length, attempts.length);
  });

  it("is not held up by a clock that is set back", async () => {
    const server = await guarded();
    const opened = clientOf(server.address, { tokens: { accessToken: "access-1" } });
    await errorOf(opened.client.listFolders(page));
    opened.clock.jump(-3_600_000);
    server.good.add("access-1");
    assert.equal((await poll(opened, 5)).good[0], 2);
  });

  it("tries at once, and with short pauses again, when the user asks", async () => {
    const server = await guarded({ refresh: refuse });
    const opened = clientOf(server.address);
    await poll(opened, 1000);
    const before = server.seen.length;
    await errorOf(opened.client.listFolders(page));
    assert.equal(server.seen.length, before, "it rests");
    opened.session.tryAgain();
    await errorOf(opened.client.listFolders(page));
    assert.equal(server.seen.length, before + 2);
    server.good.add("access-1");
    assert.equal((await poll(opened, 5)).good[0], 2);
  });

  it("pauses shortly again once the server has accepted the token meanwhile", async () => {
    const server = await guarded();
    const opened = clientOf(server.address, { tokens: { accessToken: "access-1" } });
    await poll(opened, 1000);
    server.good.add("access-1");
    assert.notEqual((await poll(opened, 300)).good.length, 0);
    server.good.clear();
    await errorOf(opened.client.listFolders(page));
    server.good.add("access-1");
    assert.equal((await poll(opened, 5)).good[0], 2);
  });

  it("sends no more than one refused request at a time for callers that come after each other", async () => {
    const server = await guarded({ refresh: refuse });
    const { client } = clientOf(server.address);
    for (let caller = 0; caller < 60; caller++) await errorOf(client.listFolders(page));
    assert.equal(server.trace(), "access-1 refresh");
  });

  it("pauses longer each time if a renewed session is refused too", async () => {
    const server = await guarded({
      refresh: ({ body }, response) => {
        const count = server.seen.length;
        reply(response, 200, { access_token: `bad-${count}`, expire_token: `${body.length}-${count}` });
      },
    });
    const opened = clientOf(server.address);
    await poll(opened, 600);
    const renewals = server
      .trace()
      .split(" ")
      .filter((word) => word === "refresh").length;
    assert.ok(renewals <= 10, `${renewals} renewals in 10 minutes`);
  });

  describe("with a saved password", () => {
    /** A client whose saved password can change. */
    async function withPassword(login: (response: ServerResponse, body: string) => void): Promise<{
      server: Awaited<ReturnType<typeof guarded>>;
      opened: TestClient;
      password: SavedPassword;
    }> {
      const server = await guarded({ refresh: refuse, login: ({ body }, response) => login(response, body) });
      const saved = { baseUrl: server.address, id: "a", email: credentials.email };
      const password = new SavedPassword(new TestSecrets(), saved);
      await password.save(credentials.password);
      return { server, opened: clientOf(server.address, { password }), password };
    }
    const logIns = (trace: string): number => trace.split(" ").filter((word) => word === "log-in").length;

    it("never sends a refused one again by itself, not even when the user refreshes", async () => {
      const { server, opened } = await withPassword((response) => reply(response, 401, fault(15)));
      for (let refresh = 0; refresh < 20; refresh++) {
        await poll(opened, 100);
        opened.session.tryAgain();
      }
      assert.equal(logIns(server.trace()), 1);
    });

    it("does not send a refused one again after the server accepted the session for a while", async () => {
      const { server, opened } = await withPassword((response) => reply(response, 401, fault(15)));
      await poll(opened, 3);
      server.good.add("access-1");
      assert.notEqual((await poll(opened, 60)).good.length, 0);
      server.good.clear();
      await poll(opened, 60);
      assert.equal(logIns(server.trace()), 1);
    });

    it("sends another one that is saved later", async () => {
      const { server, opened, password } = await withPassword((response, body) => {
        if (body.includes("changed")) reply(response, 200, { access_token: "access-9" });
        else reply(response, 401, fault(15));
      });
      server.good.add("access-9");
      await poll(opened, 3);
      await password.save("changed");
      assert.notEqual((await poll(opened, 20)).good.length, 0);
      assert.equal(logIns(server.trace()), 2);
    });

    it("may send one again after the user has signed in with it", async () => {
      let isRefused = true;
      const { server, opened, password } = await withPassword((response) => {
        if (isRefused) reply(response, 401, fault(15));
        else reply(response, 200, { access_token: "access-9" });
      });
      server.good.add("access-9");
      await poll(opened, 3);
      isRefused = false;
      await opened.client.signIn(credentials);
      await password.save(credentials.password);
      server.good.clear();
      await errorOf(opened.client.listFolders(page));
      assert.equal(logIns(server.trace()), 3);
    });

    it("sends one that a gateway refused again when the user refreshes, and not before", async () => {
      let isGateway = true;
      const { server, opened } = await withPassword((response) => {
        if (isGateway) webPage(response, 401);
        else reply(response, 200, { access_token: "access-9" });
      });
      server.good.add("access-9");
      await poll(opened, 600);
      isGateway = false;
      await poll(opened, 600);
      assert.equal(logIns(server.trace()), 1);
      opened.session.tryAgain();
      assert.notEqual((await poll(opened, 2)).good.length, 0);
    });

    it("sends none because of a page that is no Oz API's", async () => {
      const server = await guarded({ refresh: (_, response) => webPage(response, 403) });
      await poll(clientOf(server.address, { credentials }), 60);
      assert.equal(logIns(server.trace()), 0);
    });
  });

  it("asks the secret storage again after it failed while another window signed in", async () => {
    const server = await guarded({ good: new Set(["access-1", "access-5"]) });
    const { client, session, store } = clientOf(server.address);
    await client.listFolders(page);
    const load = store.load.bind(store);
    store.load = () => Promise.reject(new Error("locked"));
    await assert.rejects(session.reload(), /locked/);
    store.load = load;
    store.tokens = { accessToken: "access-5" };
    await client.listFolders(page);
    assert.equal(server.trace(), "access-1 access-5");
  });
});
