import assert from "node:assert/strict";
import { useUtc } from "../examples/useUtc";
import { closeServers, fault, reply } from "../oz/support";
import { listServer, openList, type ListServer } from "./openList";

const html = "<html><h1>nginx</h1></html>";

/** What a list answers, and the row that says so. */
const REFUSALS: readonly (readonly [status: number, body: unknown, row: string])[] = [
  [400, fault(4, "Invalid limit value"), "Request refused"],
  [403, fault(9), "Access denied"],
  [404, fault(10, "Object not exist"), "No folder list here"],
  [404, fault(0, "Not found"), "No folder list here"],
  [404, html, "Unexpected reply"],
  [405, fault(1), "Request refused"],
  [407, html, "Proxy sign-in needed"],
  [408, html, "Timed out"],
  [410, html, "Request refused"],
  [414, html, "Request refused"],
  [431, "", "Request refused"],
  [429, fault(101), "Rate limited"],
  [500, fault(12), "Server error"],
  [511, html, "Sign in to network"],
  [600, html, "Server error"],
];

/** What the connection is called. */
const hostOf = ({ address }: ListServer): string => address.slice("http://".length);

describe("the list of folders", () => {
  useUtc();
  afterEach(closeServers);

  for (const [status, body, row] of REFUSALS) {
    const what = `${status} with ${JSON.stringify(body).slice(0, 18)}`;

    it(`is no empty account for ${what} at the first request`, async () => {
      const [list, server] = [openList(), await listServer(0)];
      await list.connect(server);
      server.list = (response) => reply(response, status, body);
      await assert.rejects(list.folders.reader.readNewest());
      assert.deepEqual([list.rows, list.message], [[`${row}: since 12:00:00`], hostOf(server)]);
    });

    it(`keeps its rows for ${what}, and says so above them`, async () => {
      const [list, server] = [openList(), await listServer(2)];
      await list.connect(server);
      await list.folders.reader.readNewest();
      const before = list.rows;
      list.clock.advance(5000);
      server.list = (response) => reply(response, status, body);
      await assert.rejects(list.folders.reader.readNewest());
      assert.deepEqual(list.rows, [`${row}: since 12:00:05`, ...before]);
      assert.equal(list.message, `${hostOf(server)} · 2 folders, as of 12:00:00.`);
    });
  }

  it("says until when a server wants to be left alone, if that is more than a minute", async () => {
    const [list, server] = [openList(), await listServer(2)];
    await list.connect(server);
    server.list = (response) => reply(response, 429, fault(101), { "retry-after": "60" });
    await assert.rejects(list.folders.reader.readNewest());
    assert.deepEqual(list.rows, ["Rate limited: since 12:00:00"]);
    list.clock.advance(60_000);
    server.list = (response) => reply(response, 503, fault(0), { "retry-after": "600" });
    await assert.rejects(list.folders.reader.readNewest());
    assert.deepEqual(list.rows, ["Server error: retry at 12:11:00"]);
    list.clock.advance(600_000);
    server.list = (response) => reply(response, 429, fault(101), { "retry-after": "86400" });
    await assert.rejects(list.folders.reader.readNewest());
    assert.deepEqual(list.rows, ["Rate limited: retry on 2025-03-02"]);
  });

  it("keeps saying that it cannot be read while single folders can", async () => {
    const [list, server] = [openList(), await listServer(2)];
    await list.connect(server);
    await list.folders.reader.readNewest();
    const [id = ""] = list.folders.store.current.all.map((folder) => folder.id);
    server.list = (response) => reply(response, 500, fault(12));
    await assert.rejects(list.folders.reader.readNewest());
    server.list = (response) => reply(response, 200, { folder_id: id });
    await list.folders.reader.readFolder(id);
    assert.equal(list.rows[0], "Server error: since 12:00:00");
  });

  it("tells that the account is empty only once that is known, and nothing while signed out", async () => {
    const [list, server] = [openList(), await listServer(0)];
    assert.deepEqual([list.title, list.message], ["Folders", undefined]);
    await list.connect(server);
    assert.deepEqual([list.rows, list.title, list.message], [[], "Folders", hostOf(server)]);
    await list.folders.reader.readNewest();
    assert.match(list.message ?? "", /^127\.0\.0\.1:\d+ · No folders are visible to this account\. /);
    await list.signOut();
    assert.deepEqual([list.title, list.message], [hostOf(server), undefined]);
  });

  it("says what it waits for until the first reply", async () => {
    const [list, server] = [openList(), await listServer(1)];
    await list.connect(server);
    const asked = new Promise<void>((resolve) => (server.list = () => resolve()));
    const reading = assert.rejects(list.folders.reader.readNewest(), { reason: "timeout" });
    await asked;
    list.clock.advance(499);
    assert.deepEqual([list.rows, list.message], [[], hostOf(server)]);
    list.clock.advance(1);
    assert.deepEqual([list.rows, list.message], [[], `${hostOf(server)} · Waiting for the server…`]);
    list.clock.advance(30_000);
    await reading;
    assert.deepEqual([list.rows.length, list.message], [1, hostOf(server)]);
  });

  it("shows no rows of the connection before while the next one does not answer", async () => {
    const list = openList();
    const [first, silent] = [await listServer(2), await listServer(2)];
    await list.connect(silent);
    await list.connect(first);
    await list.folders.reader.readNewest();
    assert.equal(list.rows.length, 2);
    silent.list = () => undefined;
    list.show(silent);
    assert.deepEqual([list.message, list.rows], [hostOf(silent), []]);
    list.clock.advance(500);
    assert.deepEqual([list.rows, list.message], [[], `${hostOf(silent)} · Waiting for the server…`]);
    list.show(first);
    assert.deepEqual([list.rows.length, list.message], [2, hostOf(first)]);
  });

  it("shows what is already known of a folder before the list has come", async () => {
    const [list, server] = [openList(), await listServer(2)];
    await list.connect(server);
    await list.folders.reader.readNewest();
    const [folder] = list.folders.store.current.all;
    assert.ok(folder);
    const fresh = openList();
    await fresh.connect(server);
    server.list = (response) => reply(response, 200, folder.json);
    await fresh.folders.reader.readFolder(folder.id);
    fresh.clock.advance(500);
    assert.equal(fresh.rows.length, 1);
    assert.match(fresh.message ?? "", / · Waiting for the server…$/);
  });
});
