import assert from "node:assert/strict";
import { ChangesReader } from "../../../../src/oz/api/changesReader";
import type { PageRequest } from "../../../../src/oz/api/folderRequests";
import { closeServers, clientOf, errorOf, fault, reply, serve, type TestServer } from "../support";

/** A folder as a server sends it, by its number and the second of its last change. */
const json = (number: number, updated: number | undefined) => ({
  folder_id: `7e7e7e7e-0000-4000-8000-${String(number).padStart(12, "0")}`,
  time_created: 1,
  time_updated: updated,
});

interface Kind {
  /** Seconds of the last changes, newest first. */
  readonly updated: readonly (number | undefined)[];
  readonly refuses?: "bound" | "order";
  /** Reads the bound as a time in a zone of its own. */
  readonly hasZone?: boolean;
  readonly ignoresOrder?: boolean;
  /** The most folders that it sends at once. */
  cap?: number;
}

/** A server of some version whose folders changed at those times. */
async function serverWith(kind: Kind): Promise<TestServer & { requests(): string[] }> {
  const server = await serve(({ url }, response) => {
    const query = new URL(url, "http://h").searchParams;
    const isByChange = query.get("sorting")?.startsWith("time_updated") === true;
    if (kind.refuses === "order" && isByChange) {
      reply(response, 400, fault(4));
      return;
    }
    if (kind.refuses === "bound" && query.has("time_updated.min")) {
      reply(response, 400, fault(5));
      return;
    }
    const offset = Number(query.get("offset"));
    const bound = Number(query.get("time_updated.min") ?? 0) + (kind.hasZone ? 10_800 : 0);
    const isBound = query.has("time_updated.min") && !kind.ignoresOrder;
    const all = kind.updated
      .map((time, index) => json(index, time))
      .filter(({ time_updated: time }) => !isBound || (time ?? 0) >= bound);
    const items = (kind.ignoresOrder ? all.reverse() : all).slice(
      offset,
      offset + Math.min(Number(query.get("limit")), kind.cap ?? Infinity),
    );
    reply(response, 200, { items, total_count: null });
  });
  const requests = (): string[] =>
    server.seen.map(({ url }) => {
      const query = new URL(url, "http://h").searchParams;
      const { offset, limit } = Object.fromEntries(query) as Record<keyof PageRequest, string>;
      return `${offset}+${limit}${query.has("time_updated.min") ? " bound" : ""}`;
    });
  return { ...server, requests };
}

/** What reads the changes of a server. */
const readerOf = ({ address }: TestServer): ChangesReader => {
  const { client, clock } = clientOf(address);
  return new ChangesReader(
    (request, signal) => client.listFolders(request, signal),
    () => clock.elapsed(),
  );
};

/** Reads once; gives the numbers of the changed folders. */
async function changes(server: TestServer, latest: number | undefined, reader = readerOf(server)) {
  const read = await reader.read(latest);
  if (read === "unknown") return read;
  if ("latestOfTooMany" in read) return `too many, up to ${read.latestOfTooMany.id.slice(-12)}`;
  return read.map(({ id }) => Number(id.slice(-12)));
}

const seconds = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from - i);

describe("ChangesReader", () => {
  afterEach(closeServers);

  it("returns what is newer than the latest known change, and a little older, from one request", async () => {
    const server = await serverWith({ updated: [120, 95, 91, 89, 50, 10] });
    assert.deepEqual(await changes(server, 90_000), [0, 1, 2]);
    assert.deepEqual(server.requests(), ["0+5 bound"]);
    const query = new URL(server.seen[0]?.url ?? "", server.address).searchParams;
    assert.deepEqual(
      [query.get("sorting"), query.get("time_updated.min"), query.get("total_omit")],
      ["time_updated{desc}", "90", "true"],
    );
  });

  it("requests more until it reaches a known change", async () => {
    const server = await serverWith({ updated: [...seconds(200, 40), ...seconds(60, 40)] });
    assert.equal((await changes(server, 90_000)).length, 40);
    assert.deepEqual(server.requests(), ["0+5 bound", "5+25 bound", "30+125 bound", "40+10 bound"]);
  });

  it("requests at once as many as the last reading found", async () => {
    const server = await serverWith({ updated: [...seconds(200, 9), ...seconds(60, 40)] });
    const reader = readerOf(server);
    await changes(server, 90_000, reader);
    assert.equal((await changes(server, 190_000, reader)).length, 9);
    assert.deepEqual(server.requests(), ["0+5 bound", "5+25 bound", "0+14 bound"]);
  });

  it("finds all changes of a server that begins to send fewer at once", async () => {
    const kind: Kind = { updated: seconds(300, 130) };
    const server = await serverWith(kind);
    const { client, clock } = clientOf(server.address);
    await client.listFolders({ offset: 0, limit: 100 });
    kind.cap = 50;
    const reader = new ChangesReader(
      (request, signal) => client.listFolders(request, signal),
      () => clock.elapsed(),
    );
    assert.equal((await changes(server, 90_000, reader)).length, 130);
  });

  it("gives up when too much has changed", async () => {
    const server = await serverWith({ updated: seconds(9_000_000, 3000) });
    assert.equal(await changes(server, 90_000), "too many, up to 000000000000");
    assert.ok(server.requests().length <= 6);
  });

  it("requests only the latest change if none is known", async () => {
    const server = await serverWith({ updated: [120, 110] });
    assert.deepEqual(await changes(server, undefined), [0]);
    assert.deepEqual(server.requests(), ["0+1"]);
  });

  it("omits the bound after a server rejects it once", async () => {
    const server = await serverWith({ updated: [120, 50], refuses: "bound" });
    const reader = readerOf(server);
    assert.deepEqual(await changes(server, 90_000, reader), [0]);
    assert.deepEqual(await changes(server, 90_000, reader), [0]);
    assert.deepEqual(server.requests(), ["0+5 bound", "0+5", "0+5"]);
  });

  for (const [name, kind] of [
    ["refuses the order", { updated: [120, 50], refuses: "order" }],
    ["ignores the order", { updated: [120, 50, 40], ignoresOrder: true }],
  ] as const) {
    it(`gives up if a server ${name}, after one request`, async () => {
      const server = await serverWith(kind);
      const reader = readerOf(server);
      assert.equal(await changes(server, 90_000, reader), "unknown");
      const { length } = server.seen;
      assert.equal(await changes(server, 90_000, reader), "unknown");
      assert.equal(server.seen.length, length);
    });
  }

  it("gives up if a server sends no times", async () => {
    const server = await serverWith({ updated: [undefined, undefined] });
    assert.equal(await changes(server, undefined), "unknown");
  });

  it("asks without the bound if the latest known change is not in the reply, as on servers with a zone of their own", async () => {
    const server = await serverWith({ updated: [120, 100, 50], hasZone: true });
    const reader = readerOf(server);
    assert.deepEqual(await changes(server, 90_000, reader), [0, 1]);
    assert.deepEqual(await changes(server, 110_000, reader), [0]);
    assert.deepEqual(server.requests(), ["0+5 bound", "0+5", "0+5"]);
  });

  it("goes on with the bound if the latest known change is no longer on the server", async () => {
    const server = await serverWith({ updated: [50, 40] });
    const reader = readerOf(server);
    assert.deepEqual(await changes(server, 90_000, reader), [0, 1], "the latest ones, as none is later");
    assert.deepEqual(await changes(server, 40_000, reader), [0, 1]);
    assert.deepEqual(server.requests(), ["0+5 bound", "0+5", "0+5 bound"]);
  });

  it("tries again after ten minutes what a server refused", async () => {
    const kind: Kind & { refuses?: "bound" | "order" } = { updated: [120, 50], refuses: "order" };
    const server = await serverWith(kind);
    const { client, clock } = clientOf(server.address);
    const reader = new ChangesReader(
      (request, signal) => client.listFolders(request, signal),
      () => clock.elapsed(),
    );
    assert.equal(await changes(server, 90_000, reader), "unknown");
    Object.assign(kind, { refuses: undefined });
    clock.advance(599_000);
    assert.equal(await changes(server, 90_000, reader), "unknown");
    clock.advance(1000);
    assert.deepEqual(await changes(server, 90_000, reader), [0]);
  });

  it("is not put off by a 408, however often one comes", async () => {
    let isSlow = true;
    const server = await serve((_, response) =>
      isSlow ? reply(response, 408, "") : reply(response, 200, { items: [json(0, 120)], total_count: null }),
    );
    const reader = readerOf(server);
    for (let time = 0; time < 2; time++) assert.equal((await errorOf(reader.read(90_000))).status, 408);
    isSlow = false;
    assert.deepEqual(await changes(server, 90_000, reader), [0]);
  });

  it("rejects with any other error", async () => {
    const server = await serve((_, response) => reply(response, 503, ""));
    assert.equal((await errorOf(readerOf(server).read(1))).reason, "serverError");
  });
});
