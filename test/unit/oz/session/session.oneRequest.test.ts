import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { OzError } from "../../../../src/oz/http/ozError";
import { credentials, page } from "../guarded";
import { clientOf, closeServers, errorOf, fault, reply, serve, type TestClient } from "../support";

const ID = "1f0c2e4a-93b7-4d1e-8a55-0c9d2b7e6f31";
const OTHER = "2f0c2e4a-93b7-4d1e-8a55-0c9d2b7e6f32";
const SECOND = 1000;

/** A server whose refresh and log-in always issue another token; what it refuses can change. */
async function strict(isRefused: (url: string, token: string) => boolean) {
  const state = { isRefused };
  let issued = 1;
  const issue = (response: ServerResponse): void => {
    issued++;
    reply(response, 200, { access_token: `access-${issued}`, expire_token: `expire-${issued}` });
  };
  const server = await serve(({ url, token = "" }, response) => {
    if (url.startsWith("/api/authorize/")) issue(response);
    else if (state.isRefused(url, token)) reply(response, 401, fault(8));
    else if (url.startsWith("/api/folders/?")) reply(response, 200, { items: [], total_count: 0 });
    else reply(response, 200, { folder_id: url.slice(13, 49), analyses: [] });
  });
  const renewals = (): number => server.seen.filter(({ url }) => url.startsWith("/api/authorize/")).length;
  return { ...server, state, renewals };
}

/** Polls folders and, if wanted, the list, once in so many milliseconds. @returns the reasons of the failures by subject */
async function poll(
  { client, clock }: TestClient,
  rounds: number,
  what: { readonly ids: readonly string[]; readonly list: boolean; readonly interval: number },
): Promise<Record<string, Set<string>>> {
  const failures: Record<string, Set<string>> = { list: new Set(), [ID]: new Set(), [OTHER]: new Set() };
  const attempt = async (subject: string, work: Promise<unknown>): Promise<void> => {
    await work.catch((error: unknown) =>
      failures[subject]?.add(error instanceof OzError ? error.reason : "crash"),
    );
  };
  for (let round = 0; round < rounds; round++) {
    for (const id of what.ids) await attempt(id, client.getFolder(id));
    if (what.list) await attempt("list", client.listFolders(page));
    clock.advance(what.interval);
  }
  return failures;
}

describe("Session: a 401 to one request", () => {
  afterEach(closeServers);

  for (const saved of [undefined, credentials])
    for (const [which, tokens] of [
      ["with a refresh token", { accessToken: "access-1", expireToken: "expire-1" }],
      ["without one", { accessToken: "access-1" }],
    ] as const)
      it(`renews the session once at most, ${which} and ${saved ? "a" : "no"} saved password`, async () => {
        const server = await strict((url) => url.includes(ID));
        const opened = clientOf(server.address, { credentials: saved, tokens });
        const failures = await poll(opened, 720, { ids: [ID], list: true, interval: 5 * SECOND });
        assert.deepEqual(failures.list, new Set(), "the list is read all the time");
        const canRenew = saved !== undefined || "expireToken" in tokens;
        assert.ok(server.renewals() <= 1, `${server.renewals()} renewals in an hour`);
        if (canRenew) assert.deepEqual(failures[ID], new Set(["forbidden"]));
      });

  it("says so, and that the session is accepted", async () => {
    const server = await strict((url) => url.includes(ID));
    const { client } = clientOf(server.address);
    const { reason, status, message } = await errorOf(client.getFolder(ID));
    assert.deepEqual([reason, status], ["forbidden", 401]);
    assert.match(
      message,
      /^127\.0\.0\.1:\d+ answered 401 to this request, but accepts the session for others\./,
    );
  });

  it("of 20 folders that nobody may see renews the session once for all", async () => {
    const ids = Array.from({ length: 20 }, (_, index) => ID.replace(/..$/, String(10 + index)));
    const server = await strict((url) => ids.some((id) => url.includes(id)));
    const opened = clientOf(server.address);
    const outcomes = await Promise.all(ids.map((id) => errorOf(opened.client.getFolder(id))));
    assert.deepEqual(new Set(outcomes.map(({ reason }) => reason)), new Set(["forbidden"]));
    const failures = await poll(opened, 60, { ids, list: true, interval: 60 * SECOND });
    assert.deepEqual(failures.list, new Set());
    assert.equal(server.renewals(), 1);
  });

  it("heals by itself when the server allows it, and leaves the others alone", async () => {
    const server = await strict((url) => url.includes(ID));
    const opened = clientOf(server.address);
    const what = { ids: [OTHER, ID], list: false, interval: 15 * SECOND };
    const failures = await poll(opened, 100, what);
    assert.deepEqual(failures[OTHER], new Set());
    assert.ok(server.renewals() <= 1);
    server.state.isRefused = () => false;
    assert.deepEqual((await poll(opened, 1, what))[ID], new Set());
  });

  it("of the list, while folders are answered, renews the session a few times at most", async () => {
    const server = await strict((url) => url.includes("?offset="));
    const opened = clientOf(server.address);
    const what = { ids: [ID], list: true, interval: 15 * SECOND };
    const failures = await poll(opened, 240, what);
    assert.deepEqual([failures.list, failures[ID]], [new Set(["forbidden"]), new Set()]);
    assert.equal(server.renewals(), 1);
    server.state.isRefused = () => false;
    assert.deepEqual((await poll(opened, 1, { ids: [], list: true, interval: 0 })).list, new Set());
  });

  it("still renews a session that has ended for all", async () => {
    const good = new Set(["access-1"]);
    const server = await strict((url, token) => url.includes(ID) || !good.has(token));
    const opened = clientOf(server.address);
    const what = { ids: [ID, OTHER], list: true, interval: 5 * SECOND };
    const refused = [0, 0, 0].map(() => errorOf(opened.client.getFolder(ID)));
    good.add("access-2");
    await Promise.all(refused);
    await poll(opened, 10, what);
    const before = server.renewals();
    good.clear();
    good.add(`access-${before + 2}`);
    const failures = await poll(opened, 10, what);
    assert.deepEqual([failures.list, failures[OTHER]], [new Set(), new Set()]);
    assert.equal(server.renewals(), before + 1);
  });
});
