import assert from "node:assert/strict";
import { startSandbox, type RunningSandbox } from "../../../src/sandbox/start";
import { settle } from "../settle";
import { Installation, newest, password, signal, token, type Window } from "./windows";

/** The other window, and what it is told. */
interface Other {
  readonly window: Window;
  readonly changes: boolean[];
}

describe("two windows", () => {
  let server: RunningSandbox;
  let installation: Installation;
  before(async () => (server = await startSandbox({ folders: 10 })));
  after(() => server.close());
  beforeEach(() => (installation = new Installation()));
  afterEach(() => installation.close());

  /** Waits until news have reached all windows. */
  async function news(): Promise<void> {
    await settle();
    await settle();
  }

  function openOther(): Other {
    const window = installation.window();
    const changes: boolean[] = [];
    window.onDidChange(({ again }) => changes.push(again));
    return { window, changes };
  }

  it("a sign-out in one reaches the other, which forgets what it read", async () => {
    const window = installation.window();
    await window.signIn(server.address, password, signal);
    await news();
    const other = openOther();
    assert.ok(await newest(other.window));
    await window.signOut("id-1");
    await news();
    assert.equal(other.window.current?.signedIn, false);
    assert.deepEqual(other.changes, [false]);
    await assert.rejects(other.window.client(), { reason: "cancelled" });
  });

  it("a sign-in in one ends the wait of the other, whose folders stay good", async () => {
    const window = installation.window();
    await window.signIn(server.address, token, signal);
    await news();
    const other = openOther();
    assert.ok(await newest(other.window));
    await window.signOut("id-1");
    await news();
    const saved = window.current?.saved;
    assert.ok(saved?.kind === "server");
    await window.signIn(saved, token, signal);
    await news();
    assert.equal(other.window.current?.signedIn, true);
    assert.equal(other.changes.at(-1), true);
    assert.ok(await newest(other.window));
  });

  it("what concerns another connection changes nothing that a window shows", async () => {
    const window = installation.window();
    await window.signIn(server.address, password, signal);
    await news();
    const other = openOther();
    await window.signIn(server.address, token, signal);
    await window.signOut("id-2");
    await news();
    assert.equal(other.window.current?.saved.id, "id-1");
    assert.equal(other.window.current.signedIn, true);
    assert.ok(other.changes.every((again) => again));
    assert.ok(await newest(other.window));
  });
});
