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
});
