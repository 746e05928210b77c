import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { MAX_HOVER_READS, MAX_REQUESTS, MAX_SINGLE_READS } from "../../../src/base/limits";
import { FilteredFolders } from "../../../src/folders/filter/filteredFolders";
import type { Folders } from "../../../src/folders/folders";
import { OzError } from "../../../src/oz/http/ozError";
import { clientOf, closeServers, errorOf, reply, serve } from "../oz/support";
import { down, idOf } from "./build";
import { openFolders } from "./openFolders";

/** A server that answers only when told. */
class HoldingServer {
  /** The requests that were not answered yet, by number and path. */
  private readonly held = new Map<string, () => void>();
  private received = 0;
  private arrived = (): void => undefined;
  /** The most requests that it had at once. */
  most = 0;

  get count(): number {
    return this.held.size;
  }

  hold(url: string, response: ServerResponse): void {
    const { pathname, search } = new URL(url, "http://h");
    const id = pathname.slice("/api/folders/".length);
    const key = `${++this.received} ${pathname}${search}`;
    this.held.set(key, () => {
      this.held.delete(key);
      reply(response, 200, id === "" ? { items: [], total_count: 0 } : { folder_id: id });
    });
    response.on("close", () => this.held.delete(key));
    this.most = Math.max(this.most, this.held.size);
    this.arrived();
  }

  /** Waits until it holds what is asked for. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => (this.arrived = resolve));
  }

  isAskedFor(number: number): boolean {
    return [...this.held.keys()].some((key) => key.includes(idOf(number)));
  }

  answer(number: number): void {
    for (const [key, answer] of this.held) if (key.includes(idOf(number))) answer();
  }

  answerLists(): void {
    for (const [key, answer] of this.held) if (key.includes("?offset=")) answer();
  }

  answerAll(): void {
    for (const answer of this.held.values()) answer();
  }
}

describe("the requests of a window", () => {
  let server: HoldingServer;
  let folders: Folders;

  beforeEach(async () => {
    server = new HoldingServer();
    const { address } = await serve(({ url }, response) => server.hold(url, response));
    const { client, clock } = clientOf(address);
    folders = openFolders(client, clock);
  });
  afterEach(closeServers);

  it("are so many at once, and the others follow in their order", async () => {
    const warnings: Error[] = [];
    const note = (warning: Error): void => void warnings.push(warning);
    process.on("warning", note);
    const numbers = down(40, 1);
    const read = Promise.all(numbers.map((number) => folders.reader.readFolder(idOf(number))));
    for (const number of numbers) {
      server.answer(number + MAX_REQUESTS);
      await server.until(() => server.isAskedFor(number));
    }
    server.answerAll();
    await read.finally(() => process.off("warning", note));
    assert.deepEqual(warnings, []);
    assert.equal(server.most, MAX_REQUESTS);
  });

  it("do not keep the user waiting while the background waits for the server", async () => {
    const { reader } = folders;
    const background = [
      reader.readNewest(),
      reader.readChanges(() => false),
      ...[100, 200, 300].map((from) => reader.readFolders(down(from, from - 50).map(idOf))),
    ].map((reading: Promise<unknown>) => reading.catch(() => undefined));
    await server.until(() => server.count === 2 + MAX_SINGLE_READS);
    const found = reader.findFolder(idOf(1));
    await server.until(() => server.isAskedFor(1));
    server.answer(1);
    assert.equal((await found).folder.id, idOf(1));
    assert.equal(server.most, 2 + MAX_SINGLE_READS + 1);
    reader.cancelAll();
    await Promise.all(background);
  });

  it("of a refresh with a filter do not wait for folders that are read in the background", async () => {
    const { reader, store, filter } = folders;
    const first = reader.readFolder(idOf(1));
    await server.until(() => server.isAskedFor(1));
    server.answer(1);
    await first;
    const active = new FilteredFolders({}, "all", store, reader, 0);
    filter.set(active);
    const search = active.searchMore();
    await server.until(() => server.count === 1);
    server.answerAll();
    await search;
    const background = reader.readFolders(down(130, 100).map(idOf));
    await server.until(() => server.count === MAX_SINGLE_READS);
    const refresh = folders.refresh();
    // The list and the search, which no longer finds the folder.
    await server.until(() => server.count === MAX_SINGLE_READS + 2);
    server.answerLists();
    await server.until(() => server.isAskedFor(1));
    server.answer(1);
    await refresh;
    assert.equal(server.count, MAX_SINGLE_READS);
    reader.cancelAll();
    await background;
  });

  it("of hovers leave the user's own requests their turn, and end when the hover is left", async () => {
    const { reader, health } = folders;
    const left = new OzError("cancelled", "The hover was left.", { origin: "" });
    const hovers = down(120, 101).map((number) => {
      const leave = new AbortController();
      const end = errorOf(reader.findHovered(idOf(number), leave.signal));
      return { leave: () => leave.abort(left), end };
    });
    await server.until(() => server.count === MAX_HOVER_READS);
    // For the same folder, but it is not left.
    const own = reader.findFolder(idOf(120));
    const found = reader.findFolder(idOf(1));
    await server.until(() => server.isAskedFor(1));
    server.answer(1);
    await found;
    assert.equal(server.most, MAX_HOVER_READS + 2);
    for (const { leave } of hovers) leave();
    const reasons = await Promise.all(hovers.map(({ end }) => end));
    assert.deepEqual([...new Set(reasons.map(({ reason }) => reason))], ["cancelled"]);
    assert.equal(health.failureOf(idOf(120)), undefined);
    const next = reader.findHovered(idOf(2), new AbortController().signal);
    await server.until(() => server.isAskedFor(2));
    server.answer(2);
    server.answer(120);
    assert.equal((await own).folder.id, idOf(120));
    assert.equal((await next).folder.id, idOf(2));
  });

  it("to the next server do not wait for those to the one before", async () => {
    const { reader } = folders;
    const before = down(100, 80).map((number) => errorOf(reader.readFolder(idOf(number))));
    await server.until(() => server.count === MAX_REQUESTS);
    reader.cancelAll();
    const next = reader.readFolder(idOf(1));
    await server.until(() => server.isAskedFor(1));
    server.answer(1);
    await next;
    const reasons = await Promise.all(before);
    assert.deepEqual([...new Set(reasons.map(({ reason }) => reason))], ["cancelled"]);
    assert.ok(!server.isAskedFor(80));
  });
});
