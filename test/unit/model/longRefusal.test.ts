import assert from "node:assert/strict";
import type { Transport } from "../../../src/oz/http/transport";
import { TestMemory } from "../connections/stores";
import { settle } from "../settle";
import { ModelServer } from "./modelServer";
import { ModelWindow } from "./modelWindow";

const HALF_HOUR = 1800;
const WATCHED = 50;

/** What the server answers to everything: 401 to what carries a token only, or to renewals and log-ins too. */
type Refusal = "all" | "all but renewals";

/** A server of which 50 folders are watched, in windows whose list is hidden. Counts requests. */
class Refused {
  readonly sent: string[] = [];
  readonly windows: ModelWindow[] = [];

  private constructor(readonly server: ModelServer) {
    const transport = server.transport.bind(server);
    server.transport = (onReply): Transport => {
      const send = transport(onReply);
      return (request) => {
        this.sent.push(request.url);
        return send(request);
      };
    };
  }

  static async open(count: number): Promise<Refused> {
    const server = new ModelServer({ options: {}, ahead: 0, latency: 0 });
    await server.signIn();
    const ids = Array.from({ length: WATCHED }, () => server.arrive());
    const refused = new Refused(server);
    const memory = new TestMemory();
    for (let number = 0; number < count; number++) {
      const window = new ModelWindow(server, memory, () => number / 7);
      refused.windows.push(window);
      window.showList(false);
      window.focus(number === 0);
      for (const id of ids) window.folders.watches.start(id);
    }
    await refused.pass(5);
    return refused;
  }

  async pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second++) {
      this.server.clock.advance(1000);
      for (const window of this.windows) window.advance(1000);
      for (let quiet = 0; quiet < 3; quiet++) {
        await settle();
        if (this.server.answering > 0) quiet = 0;
      }
    }
  }

  refuse(refusal: Refusal | undefined): void {
    this.server.fault = refusal && {
      kind: refusal === "all" ? "unauthorized" : "unauthorizedButRenewals",
      retryAfter: 0,
    };
  }

  dispose(): void {
    for (const window of this.windows) window.dispose();
  }
}

describe("401 to everything for an hour, with the list hidden and 50 watched folders", () => {
  for (const refusal of ["all", "all but renewals"] as const)
    for (const count of [1, 2])
      it(`ends no watch, asks rarely, and all come back: ${refusal}, ${count} windows`, async () => {
        const refused = await Refused.open(count);
        const { windows, sent } = refused;
        for (const window of windows) assert.equal(window.folders.store.current.all.length, WATCHED);
        const toldBefore = windows.map(({ told }) => told.length);
        assert.ok(toldBefore.every((told) => told < WATCHED));
        refused.refuse(refusal);
        await refused.pass(HALF_HOUR);
        const before = sent.length;
        await refused.pass(HALF_HOUR);
        for (const { folders } of windows) {
          assert.equal(folders.watches.ids.length, WATCHED);
          assert.ok(!folders.watches.ids.some((id) => folders.watches.isGone(id)));
          assert.equal(folders.store.current.all.length, WATCHED);
        }
        assert.deepEqual(
          windows.map(({ told }) => told.length),
          toldBefore,
        );
        // Six pauses of five minutes, after each of which a few requests find out that nothing has changed.
        assert.ok(sent.length - before <= 6 * 8 * count, `${sent.length - before} requests`);
        refused.refuse(undefined);
        // The longest pause, and the longest interval after it.
        await refused.pass(300 + 75);
        await refused.pass(60);
        const ends = windows.flatMap(({ told }) => told.map(({ reason }) => reason));
        assert.deepEqual(ends, Array(WATCHED).fill("ended"));
        refused.dispose();
      });
});
