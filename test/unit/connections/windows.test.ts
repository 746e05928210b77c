import assert from "node:assert/strict";
import { startSandbox, type SandboxServer } from "../../../src/sandbox/start";
import { settle } from "../settle";
import { Installation, newest, password, signal, token } from "./windows";

describe("two windows", () => {
  let server: SandboxServer;
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

  it("a sign-out in one reaches the other, which forgets what it read", async () => {
    const window = installation.window();
    await window.signIn(server.address, password, signal);
    await news();
    const other = installation.window();
    assert.ok(await newest(other));
    await window.signOut("id-1");
    await news();
    assert.equal(other.current?.signedIn, false);
    await assert.rejects(other.client(), { reason: "cancelled" });
  });

  it("a sign-in in one ends the wait of the other, whose folders stay good", async () => {
    const window = installation.window();
    await window.signIn(server.address, token, signal);
    await news();
    const other = installation.window();
    assert.ok(await newest(other));
    await window.signOut("id-1");
    await news();
    const saved = window.current?.saved;
    assert.ok(saved?.kind === "server");
    await window.signIn(saved, token, signal);
    await news();
    assert.equal(other.current?.signedIn, true);
    assert.ok(await newest(other));
  });

  it("what concerns another connection changes nothing that a window shows", async () => {
    const window = installation.window();
    await window.signIn(server.address, password, signal);
    await news();
    const other = installation.window();
    await window.signIn(server.address, token, signal);
    await window.signOut("id-2");
    await news();
    assert.equal(other.current?.saved.id, "id-1");
    assert.equal(other.current.signedIn, true);
    assert.ok(await newest(other));
  });
});
