import assert from "node:assert/strict";
import { MAX_BYTES } from "../../../src/base/limits";
import { OzError, type OzErrorReason } from "../../../src/oz/http/ozError";
import { SANDBOX_ACCOUNT } from "../../../src/sandbox/account";
import { startSandbox, type SandboxServer } from "../../../src/sandbox/start";
import type { Fault } from "../../faults/catalogue/fault";
import { FAULTS } from "../../faults/catalogue/faults";
import { MEMBER_FAULTS } from "../../faults/catalogue/memberFaults";
import type { PassedRequest } from "../../faults/front/exchange";
import { clientOf, errorOf, type TestClient } from "../oz/support";
import { faultsLike, startFronts, type Fronts } from "./fronts";
import { turns, until } from "./rawClient";

/** What a client asks for, by the name of the request, and why it is to fail. */
interface Ask {
  readonly path: string;
  readonly send: (test: TestClient, id: string) => Promise<unknown>;
  readonly reason: (fault: Fault) => OzErrorReason | undefined;
}
const ASKS: Readonly<Record<string, Ask>> = {
  "the list": {
    path: "/api/folders/",
    send: ({ client }) => client.listFolders({ offset: 0, limit: 10 }),
    reason: ({ reason }) => reason,
  },
  "a folder": {
    path: "/api/folders/7e7e7e7e-0000-4000-8000-000000000001",
    send: ({ client }, id) => client.getFolder(id),
    reason: ({ reason, folderReason = reason }) => folderReason,
  },
  "a sign-in": {
    path: "/api/authorize/auth/",
    send: ({ client }) => client.signIn(SANDBOX_ACCOUNT),
    reason: ({ reason, signInReason = reason }) => signInReason,
  },
};

describe("a client and each fault", () => {
  const rejections: unknown[] = [];
  const note = (reason: unknown): unknown => rejections.push(reason);
  let sandbox: SandboxServer;
  let fronts: Fronts;
  let id: string;

  before(async () => {
    process.on("unhandledRejection", note);
    sandbox = await startSandbox({ folders: 30 });
    fronts = await startFronts(sandbox.address);
    const { client } = clientOf(sandbox.address, { tokens: SANDBOX_ACCOUNT });
    id = (await client.listFolders({ offset: 0, limit: 1 })).folders[0]!.id;
  });
  after(async () => {
    await fronts.close();
    await sandbox.close();
    process.removeListener("unhandledRejection", note);
  });

  /** Lets time pass, a second at a time, for a request that waits for nothing else. */
  async function outcomeOf(test: TestClient, { send }: Ask, isSlow: boolean): Promise<unknown> {
    const settled: unknown[] = [];
    const isSettled = (): boolean => settled.length > 0;
    send(test, id).then(
      () => settled.push(undefined),
      (error: unknown) => settled.push(error),
    );
    while (isSlow && !isSettled()) {
      for (let turn = 0; turn < 50 && !isSettled(); turn++) await turns(1);
      fronts.clock.advance(1000);
      test.clock.advance(1000);
    }
    await until(isSettled);
    return settled[0];
  }

  async function check(fault: Fault, ask: Ask, reason: OzErrorReason | undefined): Promise<void> {
    const front = fronts.with(fault);
    const test = clientOf(front.address, { tokens: SANDBOX_ACCOUNT });
    const error = await outcomeOf(test, ask, reason === "timeout" || fault.id.endsWith("-stall"));
    await until(() => front.openSockets === 0);
    assert.deepEqual(rejections, []);
    assert.equal(test.clock.pending, 0);
    if (reason === undefined) {
      assert.equal(error, undefined, fault.id);
      return;
    }
    assert.ok(error instanceof OzError, `${fault.id}: ${String(error)}`);
    assert.equal(error.reason, reason, `${fault.id}: ${error.message}`);
    assert.match(error.message, fault.sentence!);
    assert.match(error.message, /^[^\n<>]{10,320}\.$/);
    assert.equal(error.retryAfter === 0 ? undefined : error.retryAfter, fault.wait);
  }

  for (const [name, ask] of Object.entries(ASKS)) {
    const concerns = ({ only }: Fault): boolean => only?.({ path: ask.path } as PassedRequest) ?? true;
    for (const fault of FAULTS) {
      const reason = concerns(fault) ? ask.reason(fault) : undefined;
      it(`${fault.id}: ${name} ${reason === undefined ? "is read" : "fails and says why"}`, async () => {
        await check(fault, ask, reason);
      });
    }
    for (const change of ["missing", "null", "wrong-type"])
      it(`member-${change}: ${name} is read, whichever member it is, but for those it needs`, async () => {
        const faults = MEMBER_FAULTS.filter(
          (fault) => concerns(fault) && fault.id.startsWith(`member-${change}-`),
        );
        assert.ok(faults.length >= 6);
        for (const fault of faults) await check(fault, ask, ask.reason(fault));
      });
  }

  for (const fault of faultsLike(/^body-(100-mb|gzip-bomb)/))
    it(`${fault.id}: no more is kept of it than the limit of a reply`, async () => {
      const front = fronts.with(fault);
      const { client } = clientOf(front.address, { tokens: SANDBOX_ACCOUNT });
      const used = (): number => process.memoryUsage().external + process.memoryUsage().heapUsed;
      const before = used();
      let peak = 0;
      let isOver = false;
      void errorOf(client.listFolders({ offset: 0, limit: 20 })).then(() => (isOver = true));
      await until(() => {
        peak = Math.max(peak, used() - before);
        return isOver;
      });
      // Its pieces, and then the whole; the front has a few megabytes too.
      assert.ok(peak < 6 * MAX_BYTES, `${peak} bytes`);
      await until(() => front.openSockets === 0);
    });
});
