import assert from "node:assert/strict";
import { createNodeFetchTransport } from "../../../../src/oz/http/nodeFetch";
import type { OzError } from "../../../../src/oz/http/ozError";
import { rowsOf } from "../../../../src/oz/model/folder";
import { clientOf, closeServers, errorOf, fault, reply, serve, type TestServer } from "../support";

const idOf = (number: number): string => `7e7e7e7e-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** A server of 600 folders, and how it treats `limit`. */
async function serverWith({
  count = 600,
  cap = Infinity,
  refusedAbove = Infinity,
  total = true,
}: {
  count?: number;
  cap?: number;
  refusedAbove?: number;
  total?: boolean;
}): Promise<TestServer & { limits(): number[] }> {
  const server = await serve(({ url }, response) => {
    const query = new URL(url, "http://h").searchParams;
    const [offset, limit] = [Number(query.get("offset")), Number(query.get("limit"))];
    if (limit > refusedAbove) {
      reply(response, 400, fault(4, "Invalid limit value for pagination - exceed max available", "limit"));
      return;
    }
    const rows = Array.from({ length: count }, (_, index) => ({ folder_id: idOf(index) }));
    const items = rows.slice(offset, offset + Math.min(limit, cap));
    reply(response, 200, { offset, limit, total_count: total ? count : null, items });
  });
  const limits = (): number[] =>
    server.seen.map(({ url }) => Number(new URL(url, "http://h").searchParams.get("limit")));
  return { ...server, limits };
}

describe("FolderPages", () => {
  afterEach(closeServers);

  it("notices that a server sends at most so many folders, and asks for no more", async () => {
    const server = await serverWith({ cap: 100 });
    const { client } = clientOf(server.address);
    const first = await client.listFolders({ offset: 0, limit: 500 });
    assert.deepEqual([rowsOf(first), first.isLast], [100, false]);
    await client.listFolders({ offset: 100, limit: 500 });
    const last = await client.listFolders({ offset: 500, limit: 500 });
    assert.deepEqual(server.limits(), [500, 100, 100]);
    assert.deepEqual([rowsOf(last), last.isLast], [100, true]);
  });

  it("asks for fewer folders if the server refuses the number, and remembers it", async () => {
    const server = await serverWith({ refusedAbove: 60 });
    const { client } = clientOf(server.address);
    assert.equal(rowsOf(await client.listFolders({ offset: 0, limit: 200 })), 50);
    await client.listFolders({ offset: 50, limit: 200 });
    assert.deepEqual(server.limits(), [200, 100, 50, 50]);
  });

  it("notices a refused number of changes, if the server names it", async () => {
    const server = await serverWith({ refusedAbove: 20 });
    const { client } = clientOf(server.address);
    const page = await client.listFolders({ offset: 5, limit: 25, order: "lastChanged", changedSince: 1 });
    assert.equal(rowsOf(page), 12);
    assert.deepEqual(server.limits(), [25, 12]);
  });

  it("reports a request that is refused however few folders it asks for", async () => {
    const server = await serverWith({ refusedAbove: 0 });
    const error = await errorOf(clientOf(server.address).client.listFolders({ offset: 0, limit: 100 }));
    assert.equal(error.reason, "badRequest");
    assert.ok(server.seen.length <= 5);
  });

  it("takes no total for one that counts other folders, or fewer than it sends", async () => {
    const server = await serve(({ url }, response) => {
      const query = new URL(url, "http://h").searchParams;
      const [offset, limit] = [Number(query.get("offset")), Number(query.get("limit"))];
      const rows = Array.from({ length: query.has("meta_data") ? 20 : 300 }, (_, index) => ({
        folder_id: idOf(index),
      }));
      const total = query.has("meta_data") ? 300 : 100;
      reply(response, 200, { items: rows.slice(offset, offset + limit), total_count: total });
    });
    const { client } = clientOf(server.address);
    const filter = { meta_data: "a==1" };
    const found = await client.listFolders({ offset: 0, limit: 100, filter });
    assert.deepEqual([rowsOf(found), found.isLast], [20, true]);
    const page = await client.listFolders({ offset: 100, limit: 100 });
    assert.deepEqual([rowsOf(page), page.isLast, page.totalCount], [100, false, undefined]);
  });

  it("is not misled by a total that is a little too high", async () => {
    const server = await serve(({ url }, response) => {
      const query = new URL(url, "http://h").searchParams;
      const [offset, limit] = [Number(query.get("offset")), Number(query.get("limit"))];
      const rows = Array.from({ length: 311 }, (_, index) => ({ folder_id: idOf(index) }));
      reply(response, 200, { items: rows.slice(offset, offset + limit), total_count: 312 });
    });
    const { client } = clientOf(server.address);
    const counts: number[] = [];
    for (const offset of [0, 100, 200, 300, 0])
      counts.push(rowsOf(await client.listFolders({ offset, limit: 100 })));
    assert.deepEqual(counts, [100, 100, 100, 11, 100]);
  });

  it("takes a short page for the last only if the server can send more at once, or says so", async () => {
    const untold = await serverWith({ count: 130, cap: 50, total: false });
    const { client } = clientOf(untold.address);
    const pages = [];
    for (const offset of [0, 50, 100, 130]) pages.push(await client.listFolders({ offset, limit: 100 }));
    assert.deepEqual(
      pages.map((page) => [rowsOf(page), page.isLast]),
      [
        [50, false],
        [50, false],
        [30, true],
        [0, true],
      ],
    );
    const told = clientOf((await serverWith({ count: 3 })).address).client;
    assert.equal((await told.listFolders({ offset: 0, limit: 100 })).isLast, true);
  });

  it("asks for fewer folders after a page took too long, until one comes quickly", async () => {
    const took = { perRow: 1000 };
    const limits: number[] = [];
    const server = await serve(({ url }, response) => {
      const limit = Number(new URL(url, "http://h").searchParams.get("limit"));
      limits.push(limit);
      // Advanced past the time limit, the clock ends the request before the reply is sent.
      clock.advance(limit * took.perRow);
      const items = Array.from({ length: limit }, (_, index) => ({ folder_id: idOf(index) }));
      reply(response, 200, { items, total_count: 600 });
    });
    const { client, clock } = clientOf(server.address);
    const read = async (): Promise<unknown> =>
      await client
        .listFolders({ offset: 0, limit: 100 })
        .then(rowsOf, (error: unknown) => (error as OzError).reason);
    assert.deepEqual([await read(), await read(), await read()], ["timeout", "timeout", 25]);
    took.perRow = 10;
    assert.deepEqual([await read(), await read()], [25, 100]);
    assert.deepEqual(limits, [100, 50, 25, 25, 100]);
  });

  /** A server of 12 folders, each with a text of so many bytes. */
  async function serverOf(bytesOf: (index: number) => number) {
    const limits: number[] = [];
    const { address } = await serve(({ url }, response) => {
      const query = new URL(url, "http://h").searchParams;
      const [offset, limit] = [Number(query.get("offset")), Number(query.get("limit"))];
      limits.push(limit);
      const items = Array.from({ length: 12 }, (_, index) => ({
        folder_id: idOf(index),
        meta_data: { text: "a".repeat(bytesOf(index)) },
      }));
      reply(response, 200, { items: items.slice(offset, offset + limit), total_count: items.length });
    });
    const { client, clock } = clientOf(address, { transport: createNodeFetchTransport(10_000) });
    return { client, clock, limits };
  }

  it("asks for fewer folders if a reply is too large to be read, and remembers it", async () => {
    const { client, limits } = await serverOf(() => 2000);
    const first = await client.listFolders({ offset: 0, limit: 100 });
    assert.deepEqual([rowsOf(first), first.isLast], [3, false]);
    const last = await client.listFolders({ offset: 9, limit: 100 });
    assert.deepEqual([rowsOf(last), last.isLast], [3, true]);
    assert.deepEqual(limits, [100, 50, 25, 12, 6, 3, 3]);
  });

  it("reports a folder that alone is too large", async () => {
    const { client, limits } = await serverOf((index) => (index === 0 ? 20_000 : 0));
    const error = await errorOf(client.listFolders({ offset: 0, limit: 8 }));
    assert.deepEqual([error.reason, error.tooLarge], ["unreadable", true]);
    assert.deepEqual(limits, [8, 4, 2, 1]);
  });

  it("asks for as many as before once a reply for one folder is no longer too large", async () => {
    let size = 20_000;
    const { client, limits } = await serverOf(() => size);
    await errorOf(client.listFolders({ offset: 0, limit: 8 }));
    size = 0;
    const page = await client.listFolders({ offset: 0, limit: 8 });
    assert.equal(rowsOf(page), 8);
    assert.deepEqual(limits, [8, 4, 2, 1, 1, 2, 4, 8]);
  });

  it("tries larger pages again a minute after replies were too large, and more rarely while they are", async () => {
    let size = 2000;
    const { client, limits, clock } = await serverOf(() => size);
    const read = async (minutes: number): Promise<readonly number[]> => {
      clock.advance(minutes * 60_000);
      await client.listFolders({ offset: 0, limit: 12 });
      return limits.splice(0);
    };
    assert.deepEqual(await read(0), [12, 6, 3]);
    assert.deepEqual(await read(0.9), [3]);
    assert.deepEqual(await read(0.1), [3, 6, 3]);
    assert.deepEqual(await read(1), [3], "two minutes after the second time");
    size = 0;
    assert.deepEqual(await read(1), [3, 6, 12]);
    assert.deepEqual(await read(0), [12]);
  });

  for (const [name, body, sentence] of [
    ["no folder but a total", { items: [], total_count: 5 }, /says that it has 5 folders, but sent none/],
    [
      "nothing but items without IDs",
      { items: [{ folder_id: null }, {}], total_count: 2 },
      /nothing has a folder's ID/,
    ],
  ] as const) {
    it(`takes ${name} for no list`, async () => {
      const { address } = await serve((_, response) => reply(response, 200, body));
      const error = await errorOf(clientOf(address).client.listFolders({ offset: 0, limit: 100 }));
      assert.equal(error.reason, "unreadable");
      assert.match(error.message, sentence);
    });
  }
});
