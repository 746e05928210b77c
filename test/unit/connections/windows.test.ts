import assert from "node:assert/strict";
import { SETTLE_DELAY } from "../../../src/base/sharedList";
import { startSandbox, type SandboxServer } from "../../../src/sandbox/start";
import { settle } from "../settle";
import { LAG, SharedState } from "../sharedState";
import { TestClock } from "../testClock";
import { TestMemory } from "./stores";
import { Installation, newest, password, signal, token, type Window } from "./windows";

describe("two windows", () => {
  let server: SandboxServer;
  let installation: Installation;
  before(async () => (server = await startSandbox({ folders: 10 })));
  after(() => server.close());
  beforeEach(() => (installation = new Installation()));
  afterEach(() => installation.close());

  /** Waits until the secret storage has notified all windows. */
  async function notified(): Promise<void> {
    await settle();
    await settle();
  }

  it("a sign-out in one signs the other out, too", async () => {
    const window = installation.window();
    await window.signIn(server.address, password, signal);
    await notified();
    const other = installation.window();
    assert.ok(await newest(other));
    await window.signOut("id-1");
    await notified();
    assert.equal(other.current?.signedIn, false);
    await assert.rejects(other.client(), { reason: "cancelled" });
  });

  it("a sign-in in one signs the other in, too", async () => {
    const window = installation.window();
    await window.signIn(server.address, token, signal);
    await notified();
    const other = installation.window();
    assert.ok(await newest(other));
    await window.signOut("id-1");
    await notified();
    const saved = window.current?.saved;
    assert.ok(saved?.kind === "server");
    await window.signIn(saved, token, signal);
    await notified();
    assert.equal(other.current?.signedIn, true);
    assert.ok(await newest(other));
  });

  it("a sign-out from another connection changes nothing in a window", async () => {
    const window = installation.window();
    await window.signIn(server.address, password, signal);
    await notified();
    const other = installation.window();
    await window.signIn(server.address, token, signal);
    await window.signOut("id-2");
    await notified();
    assert.equal(other.current?.saved.id, "id-1");
    assert.equal(other.current.signedIn, true);
    assert.ok(await newest(other));
  });

  describe("that write at the same moment", () => {
    let clock: TestClock;
    let state: SharedState;
    beforeEach(() => {
      clock = new TestClock();
      installation = new Installation(clock);
      state = new SharedState(clock);
    });

    /** A window, and its copy of what all windows share. */
    function open() {
      const memory = state.openWindow();
      return { memory, window: installation.window(new TestMemory(), memory) };
    }

    /** The other window writes something else, which carries its copy of the state along. */
    async function interfere({ memory }: ReturnType<typeof open>): Promise<void> {
      clock.advance(LAG / 2);
      await memory.update("ozInspector.lookUps", {});
      clock.advance(LAG / 2);
      clock.advance(LAG / 2);
    }

    const shown = (windows: readonly Window[]): string[][] =>
      windows.map(({ all }) => all.map(({ name }) => name));

    it("lose no new connection, and go on showing it", async () => {
      const [a, b] = [open(), open()];
      await a.window.signIn(server.address, token, signal);
      await interfere(b);
      a.window.catchUp();
      assert.equal(a.window.current?.saved.id, "id-1");
      clock.advance(SETTLE_DELAY);
      clock.advance(LAG);
      const { host } = new URL(server.address);
      assert.deepEqual(shown([a.window, b.window]), [[host], [host]]);
    });

    it("lose no rename, sign-out or removal", async () => {
      const [a, b] = [open(), open()];
      await a.window.signIn(server.address, token, signal);
      const settleAll = (): void => {
        clock.advance(SETTLE_DELAY);
        clock.advance(LAG);
      };
      settleAll();
      await a.window.rename("id-1", { name: "Staging" });
      await interfere(b);
      settleAll();
      assert.deepEqual(shown([a.window, b.window]), [["Staging"], ["Staging"]]);
      await a.window.signOut("id-1");
      await interfere(b);
      settleAll();
      assert.deepEqual([a.window.signedIn, b.window.signedIn], [[], []]);
      await a.window.remove("id-1");
      await interfere(b);
      settleAll();
      assert.deepEqual(shown([a.window, b.window]), [[], []]);
    });
  });
});
