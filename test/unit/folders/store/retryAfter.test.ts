import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { Folders } from "../../../../src/folders/folders";
import { Poller } from "../../../../src/folders/poll/poller";
import { TestMemory } from "../../connections/stores";
import { clientOf, closeServers, errorOf, fault, reply, serve, type Seen } from "../../oz/support";
import { TestClock } from "../../testClock";
import { down, folder, idOf } from "../build";

/** Folders of a real server, and the requests that it got. */
async function open(server?: (seen: Seen, response: ServerResponse) => void) {
  const state = { answer: server ?? page };
  const { address, seen } = await serve((one, response) => state.answer(one, response));
  const clock = new TestClock();
  const { client } = clientOf(address);
  const shown = { client };
  const folders = new Folders(
    () => Promise.resolve(shown.client),
    new TestMemory(),
    new TestMemory(),
    clock,
    () => 0.5,
  );
  folders.show({ shown: "a", signedIn: ["a", "b"], known: ["a", "b"] });
  const show = (key: string, address: string): void => {
    shown.client = clientOf(address).client;
    folders.show({ shown: key, signedIn: ["a", "b"], known: ["a", "b"] });
  };
  const askToWait = (seconds: number): void => {
    state.answer = (_, response) => reply(response, 429, fault(101), { "retry-after": String(seconds) });
  };
  return { address, folders, clock, seen, state, show, askToWait };
}

/** A server with 250 folders. */
function page({ url }: Seen, response: ServerResponse): void {
  const { searchParams } = new URL(url, "http://h");
  const offset = Number(searchParams.get("offset"));
  const numbers = down(250, 1).slice(offset, offset + Number(searchParams.get("limit")));
  reply(response, 200, { items: numbers.map((number) => folder(number).json), total_count: 250 });
}

describe("Retry-After", () => {
  afterEach(closeServers);

  it("of one of 60 folders holds back all that were not yet requested", async () => {
    const { folders, seen, askToWait } = await open();
    askToWait(30);
    const errors = await folders.reader.readFolders(down(60, 1).map(idOf));
    assert.deepEqual([seen.length, errors.size], [4, 60]);
  });

  it("of Load More holds back everybody, until the time has passed", async () => {
    const { folders, seen, clock, state, askToWait } = await open();
    await folders.reader.readNewest();
    askToWait(300);
    assert.match((await errorOf(folders.reader.readMore())).message, / limits requests\.$/);
    clock.advance(60_000);
    const sent = seen.length;
    for (const read of [
      () => folders.reader.readMore(),
      () => folders.reader.readNewest(),
      () => folders.reader.readChanges(() => true),
      () => folders.reader.findFolder(idOf(1)),
      () => folders.reader.readPage({ offset: 0, limit: 100 }),
    ]) {
      const { reason, message, retryAfter } = await errorOf(read());
      assert.deepEqual([reason, retryAfter], ["tooManyRequests", 240_000]);
      assert.match(message, /^127\.0\.0\.1:\d+ asked us to wait\.$/);
    }
    assert.equal(seen.length, sent);
    state.answer = page;
    clock.advance(240_000);
    await folders.reader.readMore();
    assert.equal(folders.store.current.listedCount, 200);
  });

  it("of Load More holds back the poller", async () => {
    const { folders, seen, clock, state, askToWait } = await open();
    await folders.reader.readNewest();
    askToWait(300);
    await assert.rejects(folders.reader.readMore());
    const targets = {
      list: true,
      running: [],
      notLoaded: [],
      doubted: [],
      awaitsNew: false,
      resting: [],
      focused: true,
    };
    const poller = new Poller(
      folders.reader,
      () => targets,
      clock,
      () => 0.5,
    );
    const asked = new Promise<void>((resolve) => {
      state.answer = (_, response) => {
        resolve();
        reply(response, 200, { items: [] });
      };
    });
    const sent = seen.length;
    // Only the timer of the poller is counted.
    folders.watches.dispose();
    poller.update();
    clock.advance(299_999);
    assert.deepEqual([seen.length, clock.pending], [sent, 1]);
    clock.advance(1);
    await asked;
    poller.dispose();
  });

  it("does not hold back the user, who refreshes to ask anyway", async () => {
    const { folders, seen, state, askToWait } = await open();
    await folders.reader.readNewest();
    askToWait(300);
    await assert.rejects(folders.reader.readNewest());
    state.answer = page;
    const sent = seen.length;
    await folders.refresh();
    assert.ok(seen.length > sent);
    await folders.reader.readMore();
  });

  it("does not hold back the first Refresh after a switch back", async () => {
    const { folders, address, seen, state, show, askToWait } = await open();
    askToWait(300);
    await assert.rejects(folders.reader.readNewest());
    show("b", (await serve(page)).address);
    show("a", address);
    state.answer = page;
    const sent = seen.length;
    await folders.refresh();
    assert.ok(seen.length > sent);
    assert.equal(folders.reader.waitUntil, -Infinity);
  });

  it("passes while the machine sleeps, though elapsed stands still, and not later if the clock is set back", async () => {
    const { folders, clock, state, askToWait } = await open();
    askToWait(300);
    await assert.rejects(folders.reader.readNewest());
    state.answer = page;
    clock.jump(-3_600_000);
    clock.advance(299_000);
    await assert.rejects(folders.reader.readNewest(), { reason: "tooManyRequests" });
    clock.jump(3_600_000 + 1_000);
    await folders.reader.readNewest();
    assert.equal(folders.store.current.listedCount, 100);
  });

  it("is each server's own, and not forgotten while another one is shown", async () => {
    const { folders, address, seen, show, askToWait } = await open();
    askToWait(300);
    await assert.rejects(folders.reader.readNewest());
    const other = await serve(page);
    show("b", other.address);
    assert.equal(folders.reader.waitUntil, -Infinity);
    await folders.reader.readNewest();
    assert.equal(other.seen.length, 1);
    show("a", address);
    await assert.rejects(folders.reader.readNewest(), { reason: "tooManyRequests" });
    assert.equal(seen.length, 1);
  });
});
