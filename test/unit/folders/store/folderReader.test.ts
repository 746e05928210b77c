import assert from "node:assert/strict";
import { MAX_HOVER_READS, MAX_REQUESTS } from "../../../../src/base/limits";
import { PAGE_SIZE, type FolderReader } from "../../../../src/folders/store/folderReader";
import { folderKind } from "../../../../src/folders/store/serverHealth";
import { OzError } from "../../../../src/oz/http/ozError";
import { errorOf } from "../../oz/support";
import { settle } from "../../settle";
import { down, idOf, numbersOf } from "../build";
import { openReader, type OpenReader } from "./openReader";

const offline = new OzError("refused", "Nothing listens at h.", { origin: "http://h" });
const missing = new OzError("notFound", "No such folder.", {
  origin: "http://h",
  status: 404,
  errorCode: 10,
});

const refused = new OzError("forbidden", "No.", { origin: "http://h" });
const cancelled = { reason: "cancelled" };

describe("FolderReader", () => {
  it("reads page after page", async () => {
    const { reader, store, server } = openReader(250);
    await reader.readNewest();
    await reader.readMore();
    await reader.readMore();
    assert.deepEqual(server.asked, [`0+${PAGE_SIZE}`, `99+${PAGE_SIZE + 1}`, `199+${PAGE_SIZE + 1}`]);
    assert.deepEqual([store.current.listedCount, store.current.hasMore], [250, false]);
  });

  it("shares one request among simultaneous callers", async () => {
    const { reader, server } = openReader(5);
    await Promise.all([reader.readFolder(idOf(1)), reader.readFolder(idOf(1)), reader.readFolder(idOf(2))]);
    assert.deepEqual(server.asked, [idOf(1), idOf(2)]);
  });

  it("requests many folders four at a time, and returns the errors", async () => {
    const { reader, server } = openReader(30);
    let release = (): void => undefined;
    server.held = new Promise((resolve) => (release = resolve));
    const reading = reader.readFolders(down(20, 1).map(idOf));
    await settle();
    assert.equal(server.asked.length, 4);
    release();
    assert.equal((await reading).size, 0);
    assert.equal(server.asked.length, 20);
    server.failure = missing;
    assert.deepEqual([...(await reader.readFolders([idOf(1), idOf(2)])).values()], [missing, missing]);
  });

  it("asks for no more folders once one shows that none would be answered", async () => {
    const { reader, server } = openReader(30);
    server.failure = offline;
    const errors = await reader.readFolders(down(20, 1).map(idOf));
    assert.equal(server.asked.length, 4);
    assert.deepEqual([errors.size, new Set(errors.values())], [20, new Set([offline])]);
  });

  it("forgets why a folder failed once the server answers that it does not exist", async () => {
    const { reader, server, health } = openReader(5);
    server.failure = new OzError("timeout", "No answer.", { origin: "http://h" });
    await reader.readFolders([idOf(1)]);
    assert.equal(health.failureOf(idOf(1))?.error, server.failure);
    server.failure = missing;
    await reader.readFolders([idOf(1)]);
    assert.equal(health.failureOf(idOf(1)), undefined);
  });

  it("reads all loaded pages again", async () => {
    const { reader, store, server } = openReader(250);
    await reader.readNewest();
    await reader.readMore();
    server.newest = 251;
    await reader.readAgain();
    assert.equal(server.asked.at(-1), "0+200");
    assert.deepEqual(numbersOf(store.current.all).slice(0, 2), [251, 250]);
  });

  it("keeps the folders when the server fails, and reports why and since when", async () => {
    const { reader, store, server, health, clock } = openReader(5);
    await reader.readNewest();
    server.failure = offline;
    const since = clock.now();
    await assert.rejects(reader.readAgain(), offline);
    clock.advance(5000);
    await assert.rejects(reader.readNewest(), offline);
    assert.equal(store.current.all.length, 5);
    assert.deepEqual([health.failure, health.lastSuccess], [{ error: offline, since }, since]);
    server.failure = undefined;
    await reader.readNewest();
    assert.equal(health.failure, undefined);
  });

  it("reports since when a list in doubt cannot be read again, though its newest page can", async () => {
    const { reader, server, health, clock } = openReader(150);
    await reader.readNewest();
    await reader.readMore();
    let isBroken = true;
    const isDeep = (): boolean => server.asked.at(-1) === "0+150";
    Object.defineProperty(server, "failure", { get: () => (isBroken && isDeep() ? offline : undefined) });
    server.unsent = 1;
    const since = clock.now();
    const told: unknown[] = [];
    health.onDidChange(() => told.push(health.failure));
    for (let attempt = 0; attempt < 3; attempt++) {
      await assert.rejects(reader.readNewest(), offline);
      clock.advance(60_000);
    }
    assert.deepEqual(told, [{ error: offline, since }]);
    isBroken = false;
    await reader.readNewest();
    assert.equal(health.failure, undefined);
  });

  it("reports a bug of ours as a failure, recovers from it, and logs nothing of the reply", async () => {
    const { reader, store, health, log } = openReader(5);
    let isBroken = true;
    const told: number[] = [];
    store.onDidChange(() => {
      if (isBroken) throw new RangeError('Too deep: {"name": "Zoë"}');
    });
    store.onDidChange(({ added, changed }) => told.push(added.length + changed.length));
    for (const [attempt, failure] of [
      [() => reader.readNewest(), () => health.failure],
      [() => reader.readFolder(idOf(9)), () => health.whyOutdated(idOf(9))],
    ] as const) {
      const error = await errorOf(attempt());
      assert.deepEqual([error.name, error.reason], ["OzError", "unreadable"]);
      assert.equal(
        error.message,
        "Oz Inspector could not process the reply (RangeError). Please report this with the log.",
      );
      assert.equal(failure()?.error, error);
    }
    assert.deepEqual(told, [5, 1], "other listeners are called");
    assert.match(log.lines[0] ?? "", /^error A reply could not be processed: RangeError at /);
    assert.ok(!log.lines.join().includes("Zoë"));
    isBroken = false;
    await reader.readNewest();
    await reader.readFolder(idOf(9));
    assert.deepEqual([health.failure, health.whyOutdated(idOf(9))], [undefined, undefined]);
  });

  it("reports a lasting failure once, not at each poll", async () => {
    const { reader, server, health, clock } = openReader(5);
    const shown: (string | undefined)[] = [];
    health.onDidChange(() => shown.push(health.failure?.error.reason));
    server.failure = offline;
    for (let poll = 0; poll < 3; poll++) {
      await assert.rejects(reader.readNewest());
      clock.advance(5000);
    }
    assert.deepEqual(shown, ["refused"]);
  });

  it("removes a folder that is not found twice, some time apart, and reports no failure of the server", async () => {
    const { reader, store, server, health, clock } = openReader(5);
    await reader.readFolder(idOf(3));
    server.failure = missing;
    await assert.rejects(reader.readFolder(idOf(3)), missing);
    assert.ok(store.current.get(idOf(3)), "one reply may come from a server that lags behind");
    clock.advance(10_000);
    await assert.rejects(reader.readFolder(idOf(3)), missing);
    assert.deepEqual([store.current.get(idOf(3)), health.failure], [undefined, undefined]);
  });

  it("reports a forbidden folder as no failure of the list", async () => {
    const { reader, server, health } = openReader(5);
    server.failure = new OzError("forbidden", "No.", { origin: "http://h" });
    const reasons: unknown[] = [];
    health.onDidChange(() => reasons.push(health.failure?.error.reason));
    await assert.rejects(reader.readFolder(idOf(3)));
    assert.deepEqual(reasons, [undefined]);
    await assert.rejects(reader.readNewest());
    assert.deepEqual(reasons, [undefined, "forbidden"]);
  });

  it("reports no failure of the list because a search or the next page was refused", async () => {
    const { reader, server, health } = openReader(250);
    await reader.readNewest();
    server.failure = new OzError("badRequest", "No.", { origin: "http://h", status: 400 });
    await assert.rejects(reader.readPage({ offset: 0, limit: 100, filter: { resolution: "?" } }));
    await assert.rejects(reader.readMore());
    assert.equal(health.failure, undefined);
  });

  for (const [status, reason] of [
    [400, "badRequest"],
    [404, "noSuchPath"],
    [407, "proxySignIn"],
    [408, "timeout"],
  ] as const) {
    it(`reports a list that is refused with ${status}`, async () => {
      const { reader, server, health } = openReader(5);
      server.failure = new OzError(reason, "No.", { origin: "http://h", status });
      await assert.rejects(reader.readNewest());
      assert.equal(health.failure?.error, server.failure);
    });
  }

  it("has no failure of the changes any more once everything was read again", async () => {
    const { reader, server, health } = openReader(5);
    await reader.readNewest();
    server.failure = offline;
    await assert.rejects(reader.readChanges(() => false));
    server.failure = undefined;
    await reader.readNewest();
    assert.equal(health.failure?.error, offline, "older folders may have changed meanwhile");
    await reader.readAgain();
    assert.equal(health.failure, undefined);
  });

  it("tells of a long wait that the server asks for with any request, as nothing else is sent", async () => {
    const { reader, server, health } = openReader(5);
    await reader.readNewest();
    const wait = (retryAfter: number): OzError =>
      new OzError("tooManyRequests", "Wait.", { origin: "http://h", status: 429, retryAfter });
    server.failure = wait(3_600_000);
    await assert.rejects(reader.readFolder(idOf(1)));
    assert.equal(health.failure?.error.reason, "tooManyRequests");
  });

  describe("after the connection was changed", () => {
    /** Lets replies wait. @returns lets them come */
    function hold({ server }: OpenReader): () => void {
      let release = (): void => undefined;
      server.held = new Promise((resolve) => (release = resolve));
      return release;
    }

    for (const [what, read] of [
      ["the list", (reader: FolderReader) => reader.readNewest()],
      ["all listed pages", (reader: FolderReader) => reader.readAgain()],
      ["a folder", (reader: FolderReader) => reader.readFolder(idOf(3))],
    ] as const)
      it(`drops what comes of ${what}, a reply or a failure`, async () => {
        for (const failure of [undefined, offline, missing, new RangeError("Ours.")]) {
          const opened = openReader(5);
          const { reader, server, store, health, log } = opened;
          const release = hold(opened);
          const late = assert.rejects(read(reader));
          await settle();
          assert.equal(server.asked.length, 1);
          reader.cancelAll();
          // Of the connection that is shown now.
          health.failed(folderKind(idOf(3)), refused, 1);
          server.failure = failure;
          release();
          await late;
          assert.deepEqual([store.current.all.length, health.failure, log.lines], [0, undefined, []]);
          assert.equal(health.failureOf(idOf(3))?.error, refused);
        }
      });

    it("sends nothing more of what waits for its turn", async () => {
      for (const [start, count] of [
        [(reader: FolderReader) => [reader.readFolders(down(20, 1).map(idOf))], 4],
        [
          (reader: FolderReader) =>
            down(MAX_REQUESTS + 5, 1).map((offset) => reader.readPage({ offset, limit: 1 })),
          MAX_REQUESTS,
        ],
      ] as const) {
        const opened = openReader(30);
        const release = hold(opened);
        const reading = Promise.allSettled<unknown>(start(opened.reader));
        await settle();
        opened.reader.cancelAll();
        release();
        await reading;
        assert.equal(opened.server.asked.length, count);
      }
    });

    it("sends what was under way again, once for all who ask", async () => {
      const opened = openReader(5);
      const { reader, server } = opened;
      const [releaseFirst, first] = [hold(opened), assert.rejects(reader.readNewest(), cancelled)];
      await settle();
      reader.cancelAll();
      const [release, second] = [hold(opened), reader.readNewest()];
      releaseFirst();
      await first;
      const third = reader.readNewest();
      await settle();
      assert.equal(server.asked.length, 2);
      release();
      await Promise.all([second, third]);
    });
  });

  it("does not send what a hover has waited for if the mouse has gone meanwhile", async () => {
    const { reader, server } = openReader(30);
    let release = (): void => undefined;
    server.held = new Promise((resolve) => (release = resolve));
    const gone = new AbortController();
    const others = down(MAX_HOVER_READS, 1).map((id) =>
      reader.findHovered(idOf(id), new AbortController().signal),
    );
    const late = reader.findHovered(idOf(20), gone.signal);
    gone.abort(new OzError("cancelled", "The mouse has gone.", { origin: "" }));
    release();
    await assert.rejects(late, cancelled);
    await Promise.all(others);
    assert.ok(!server.asked.includes(idOf(20)));
  });
});
