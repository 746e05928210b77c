import assert from "node:assert/strict";
import type { OzErrorReason } from "../../../../src/oz/http/ozError";
import { LOSSES, type Loss } from "../../../faults/catalogue/lostBodies";
import type { Exchange } from "../../../faults/front/exchange";
import { startFront, type Front } from "../../../faults/front/front";
import { pageReply } from "../../../faults/front/reply";
import { faultOf } from "../../faults/fronts";
import { turns, until } from "../../faults/rawClient";
import { clientOf, closeServers, errorOf, REQUEST_ID, reply, serve } from "../support";

const path = "/api/folders/";

/** What a status says, whatever is in the body. */
const STATUSES: readonly (readonly [status: number, reason: OzErrorReason, sentence: RegExp])[] = [
  [300, "notOzApi", / replied with status 300 and a body that cannot be read instead of /],
  [400, "badRequest", / refused the folder list, status 400\.$/],
  [401, "signInNeeded", / asks you to sign in again\.$/],
  [403, "forbidden", / does not allow this account to list folders\. /],
  [404, "noSuchPath", / has no \/api\/folders\/\. /],
  [407, "proxySignIn", / requires you to sign in\. /],
  [408, "timeout", / did not receive the request in time, status 408\. /],
  [429, "tooManyRequests", / limits requests\.$/],
  [500, "serverError", / has an internal error, status 500\. Try again in 20 s\.$/],
  [503, "serverError", / has an internal error, status 503\. Try again in 20 s\.$/],
  [511, "networkSignIn", / requires you to sign in first\. /],
  [600, "serverError", / replied with status 600, which HTTP does not have\. Try again in 20 s\.$/],
];

/** Why a success fails whose body is lost. */
const OF_SUCCESS: Readonly<Record<(typeof LOSSES)[number]["id"], OzErrorReason>> = {
  reset: "reset",
  stall: "timeout",
  cut: "reset",
  "gzip-damaged": "unreadable",
  br: "unreadable",
};

describe("a reply whose body is lost", () => {
  let front: Front;
  before(async () => {
    const { address } = await serve((_, response) => reply(response, 200, { ok: true }));
    front = await startFront(address);
  });
  after(async () => {
    await front.close();
    await closeServers();
  });

  /** Lets all replies to the list be of a status and lose their bodies so. */
  function lose({ send }: Loss, status: number, headers: Readonly<Record<string, string>> = {}): void {
    const page = pageReply(status, `<title>Page</title>${"<p>More.</p>".repeat(50)}`, headers);
    const act = { at: "request", answer: (exchange: Exchange) => send(exchange, page) } as const;
    front.fault = { ...faultOf("status-500-page"), act, only: (request) => request.path === path };
  }

  /** Sends a request; time passes where the server falls silent. */
  async function ended<T>(loss: Loss, send: (test: ReturnType<typeof clientOf>) => Promise<T>): Promise<T> {
    const test = clientOf(front.address);
    const asked = front.requests.length;
    const promise = send(test);
    if (loss.id === "stall") {
      await until(() => front.requests.length > asked);
      await turns();
      test.clock.advance(30_000);
    }
    const outcome = await promise;
    assert.equal(test.clock.pending, 0);
    await until(() => front.openSockets === 0);
    return outcome;
  }

  for (const loss of LOSSES) {
    for (const [status, reason, sentence] of STATUSES)
      it(`is ${reason} for ${status} of which ${loss.words}`, async () => {
        lose(loss, status, { "retry-after": "20" });
        const error = await ended(loss, ({ http }) => errorOf(http.send({ method: "GET", path })));
        assert.deepEqual([error.reason, error.status], [reason, status], error.message);
        assert.match(error.message, sentence);
        if (status !== 300) assert.equal(error.retryAfter, 20_000);
      });

    it(`is followed for 308 of which ${loss.words}, at once`, async () => {
      lose(loss, 308, { location: "/api/other/" });
      const { http, clock } = clientOf(front.address);
      assert.equal((await http.send({ method: "GET", path })).text, '{"ok":true}');
      assert.equal(clock.pending, 0);
      await until(() => front.openSockets === 0);
    });

    it(`is a failure for 200 of which ${loss.words}`, async () => {
      lose(loss, 200, { "content-type": "application/json" });
      const error = await ended(loss, ({ client }) => errorOf(client.listFolders({ offset: 0, limit: 1 })));
      assert.equal(error.reason, OF_SUCCESS[loss.id]);
    });
  }

  it("is cancelled if the caller leaves while the body of an error stalls", async () => {
    lose(
      LOSSES.find(({ id }) => id === "stall")!,
      503,
    );
    const { http, clock, log } = clientOf(front.address);
    const abort = new AbortController();
    const asked = front.requests.length;
    const failed = errorOf(http.send({ method: "GET", path, signal: abort.signal }));
    await until(() => front.requests.length > asked);
    await turns();
    abort.abort();
    assert.equal((await failed).reason, "cancelled");
    assert.equal(clock.pending, 0);
    assert.deepEqual(log.lines, [`info GET ${path} cancelled 0 ms id ${REQUEST_ID}`]);
    await until(() => front.openSockets === 0);
  });

  it("is logged with its status, and without a size", async () => {
    const loss = LOSSES.find(({ id }) => id === "reset")!;
    lose(loss, 503);
    const { http, log } = clientOf(front.address);
    await errorOf(http.send({ method: "GET", path }));
    assert.deepEqual(log.lines, [`warn GET ${path} 503 0 ms id ${REQUEST_ID}`]);
  });
});
