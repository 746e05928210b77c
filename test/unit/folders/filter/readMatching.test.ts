import assert from "node:assert/strict";
import { MAX_READ_FOLDERS } from "../../../../src/base/limits";
import { readMatching, type MatchingRead } from "../../../../src/folders/filter/readMatching";
import type { PageRequest } from "../../../../src/oz/api/folderRequests";
import { OzError, type OzErrorReason } from "../../../../src/oz/http/ozError";
import type { FolderPage } from "../../../../src/oz/model/folder";
import { settle } from "../../settle";
import { TestClock } from "../../testClock";
import { down, page } from "../build";

const random = (): number => 0.5;

/** Reads from a fake server. @returns the numbers of the folders */
function read(readPage: (request: PageRequest) => FolderPage): Promise<MatchingRead<number>> {
  const { signal } = new AbortController();
  const reader = { shown: signal, readPage: (request: PageRequest) => Promise.resolve(readPage(request)) };
  return readMatching(
    { reader, random },
    {},
    { clock: new TestClock(), cancel: signal, take: ({ createdAt = 0 }) => createdAt / 1000 },
  );
}

/** A server's list with so many folders. */
const listOf =
  (count: number) =>
  ({ offset, limit }: PageRequest): FolderPage =>
    page(down(count, 1).slice(offset, offset + limit), count, offset);

function failed(reason: OzErrorReason, retryAfter?: number): OzError {
  return new OzError(reason, "Failed.", { origin: "https://oz.example.com", retryAfter });
}

/** A server whose second page fails so often, and a clock that goes on as far as something waits for. */
class FailingServer {
  readonly clock = new TestClock();
  readonly cancel = new AbortController();
  /** How long it took until each request, in seconds. */
  readonly requests: number[] = [];
  waits = 0;
  private left: number;

  constructor(
    times: number,
    private readonly error: OzError,
  ) {
    this.left = times;
  }

  async read(): Promise<MatchingRead<number>> {
    const reader = {
      shown: new AbortController().signal,
      readPage: (request: PageRequest) => this.page(request),
    };
    const reading = readMatching(
      { reader, random },
      {},
      {
        clock: this.clock,
        cancel: this.cancel.signal,
        take: ({ createdAt = 0 }) => createdAt / 1000,
        onProgress: (_progress, isWaiting) => (this.waits += Number(isWaiting)),
      },
    );
    const state = { isDone: false };
    reading.finally(() => (state.isDone = true)).catch(() => undefined);
    while (!state.isDone) {
      const { next } = this.clock;
      if (next !== undefined && !this.cancel.signal.aborted) this.clock.advance(next - this.clock.elapsed());
      await settle();
    }
    return reading;
  }

  private page(request: PageRequest): Promise<FolderPage> {
    this.requests.push(this.clock.elapsed() / 1000);
    if (request.offset === 0 || this.left-- <= 0) return Promise.resolve(listOf(150)(request));
    return Promise.reject(this.error);
  }
}

describe("readMatching", () => {
  it("reads a list that is just as long as allowed to its end", async () => {
    const found = await read(listOf(MAX_READ_FOLDERS));
    assert.deepEqual([found.items.length, found.checked, found.reachedEnd], [10_000, 10_000, true]);
  });

  it("reads no more than allowed, the newest ones, and does not say that it read all", async () => {
    const found = await read(listOf(MAX_READ_FOLDERS + 1));
    assert.deepEqual(found.items, down(10_001, 2));
    assert.deepEqual([found.checked, found.reachedEnd, found.total], [10_000, false, 10_001]);
    assert.equal(found.checkedBackTo, 2000);
  });

  it("sorts folders that come in another order, each once", async () => {
    const found = await read(() => page([3, 1, 4, 1, 5], 5));
    assert.deepEqual(found.items, [5, 4, 3, 1]);
  });

  it("ends without a claim at a server that sends the same page again and again", async () => {
    const found = await read(({ offset }) => page(down(100, 1), 1000, offset));
    assert.deepEqual([found.items.length, found.reachedEnd], [100, false]);
  });

  it("says that entries cannot be read as folders", async () => {
    const found = await read(() => ({ ...page([2, 1]), skipped: 1 }));
    assert.deepEqual([found.items, found.reachedEnd, found.hasUnreadable], [[2, 1], true, true]);
  });

  it("misses no folder when others leave the list while it is read", async () => {
    const left = down(300, 1);
    const found = await read(({ offset, limit }) => {
      const sent = page(left.slice(offset, offset + limit), left.length, offset);
      left.splice(0, 10);
      return sent;
    });
    assert.deepEqual(
      left.filter((number) => !found.items.includes(number)),
      [],
    );
    assert.ok(left.length < 300);
  });

  for (const reason of ["timeout", "serverError", "tooManyRequests", "reset", "refused", "offline"] as const)
    it(`asks again for a page that fails for a reason that may pass: ${reason}`, async () => {
      const server = new FailingServer(4, failed(reason));
      const found = await server.read();
      assert.deepEqual([found.items, found.reachedEnd, found.failure], [down(150, 1), true, undefined]);
      assert.deepEqual(server.requests, [0, 0, 2, 6, 14, 30]);
      assert.equal(server.waits, 4);
    });

  it("asks again no sooner than the server wants", async () => {
    const server = new FailingServer(1, failed("tooManyRequests", 20_000));
    await server.read();
    assert.deepEqual(server.requests, [0, 0, 20]);
  });

  for (const [name, error, requests] of [
    ["that goes on", failed("serverError"), 6],
    ["that does not pass", failed("forbidden"), 2],
    ["after which the server wants to rest for long", failed("tooManyRequests", 61_000), 2],
  ] as const)
    it(`gives what it has read and why there is no more after a failure ${name}`, async () => {
      const server = new FailingServer(Infinity, error);
      const { items, reachedEnd, failure } = await server.read();
      assert.deepEqual([items, reachedEnd, failure], [down(150, 51), false, error]);
      assert.equal(server.requests.length, requests);
      assert.equal(server.clock.pending, 0);
    });

  it("can be cancelled at once while it waits", async () => {
    const server = new FailingServer(1, failed("timeout"));
    const reason = new OzError("cancelled", "Enough.", { origin: "" });
    const { cancel, clock } = server;
    clock.advance = () => cancel.abort(reason);
    await assert.rejects(server.read(), reason);
    assert.deepEqual([server.requests.length, clock.pending], [2, 0]);
  });
});
