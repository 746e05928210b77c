import assert from "node:assert/strict";
import { connectionKey } from "../../../src/connections/savedConnection";
import { SANDBOX_ACCOUNT } from "../../../src/sandbox/account";
import { startSandbox, type SandboxServer } from "../../../src/sandbox/start";
import { TestClock } from "../testClock";
import { TestMemory } from "./stores";
import { Installation, newest, password, rememberedPassword, signal, token, type Window } from "./windows";

const { email, accessToken } = SANDBOX_ACCOUNT;

describe("ConnectionManager", () => {
  let server: SandboxServer;
  let other: SandboxServer;
  let installation: Installation;
  before(async () => {
    server = await startSandbox({ folders: 10 });
    other = await startSandbox({ folders: 10, seed: 2 });
  });
  after(async () => {
    await server.close();
    await other.close();
  });
  let clock: TestClock;
  beforeEach(() => {
    clock = new TestClock();
    installation = new Installation(clock);
  });
  afterEach(() => installation.close());

  it("signs in with email and password, and stays signed in after a restart without storing the password", async () => {
    const { memory, secrets } = installation;
    const window = installation.window();
    await window.signIn(server.address, password, signal);
    const id = await newest(window);
    assert.ok(id);
    const stored = [...memory.values.values(), ...secrets.values.values()].join();
    assert.ok(!stored.includes(`"${SANDBOX_ACCOUNT.password}"`), "the password is not stored");
    assert.equal(secrets.values.size, 1);
    assert.equal(await newest(installation.window()), id);
  });

  it("keeps the password only in the secret storage, and only if the user agreed", async () => {
    const { memory, secrets } = installation;
    await installation.window().signIn(server.address, rememberedPassword, signal);
    assert.equal(secrets.values.get(`ozInspector.password ${server.address} id-1`), SANDBOX_ACCOUNT.password);
    assert.ok(![...memory.values.values()].join().includes(`"${SANDBOX_ACCOUNT.password}"`));
    await installation.window().signIn(server.address, password, signal);
    assert.equal(secrets.values.has(`ozInspector.password ${server.address} id-1`), false);
  });

  it("fires once the user has signed in, even to the same server again", async () => {
    const window = installation.window();
    const seen: unknown[] = [];
    window.onDidSignIn(() => seen.push(window.current?.signedIn));
    const wrong = { credentials: { email, password: "wrong" }, savePassword: false };
    await assert.rejects(window.signIn(server.address, wrong, signal));
    assert.deepEqual(seen, []);
    for (let count = 0; count < 2; count++) await window.signIn(server.address, password, signal);
    assert.deepEqual(seen, [true, true]);
  });

  it("signs in with an access token", async () => {
    await installation.window().signIn(server.address, token, signal);
    assert.ok(await newest(installation.window()));
  });

  it("keeps tokens only in the secret storage, with their address in the key", async () => {
    const { memory, secrets, lines } = installation;
    await installation.window().signIn(server.address, token, signal);
    assert.deepEqual([...secrets.values.keys()], [`ozInspector.tokens ${server.address} id-1`]);
    for (const text of [...memory.values.values(), ...lines]) assert.ok(!text.includes(accessToken));
  });

  it("sends no token to an address that replaced the one it was entered for", async () => {
    const { memory } = installation;
    await installation.window().signIn(server.address, token, signal);
    const saved = memory.values.get("ozInspector.connections") ?? "";
    memory.values.set("ozInspector.connections", saved.replace(server.address, other.address));
    await assert.rejects(newest(installation.window()), { reason: "signInNeeded" });
  });

  it("keeps the current connection when a sign-in fails", async () => {
    const window = installation.window();
    await window.signIn(server.address, password, signal);
    const before = window.current;
    const wrong = { credentials: { email, password: "wrong" }, savePassword: true };
    await assert.rejects(window.signIn(other.address, wrong, signal), { reason: "credentialsRefused" });
    await assert.rejects(window.signIn(other.address, { accessToken: "0".repeat(128) }, signal), {
      reason: "credentialsRefused",
    });
    assert.equal(window.current, before);
    assert.equal(window.all.length, 1);
    assert.equal(installation.secrets.values.size, 1);
    assert.ok(await newest(window));
  });

  describe("with several connections", () => {
    it("shows the one added last, switches, and restores the one of each window after a restart", async () => {
      const memories = [new TestMemory(), new TestMemory()] as const;
      const window = installation.window(memories[0]);
      await window.signIn(server.address, password, signal);
      const ofServer = await newest(window);
      await window.signIn(other.address, token, signal);
      const ofOther = await newest(window);
      assert.notEqual(ofServer, ofOther);
      let changes = 0;
      window.onDidChange(() => changes++);
      window.switchTo("id-1");
      assert.equal(changes, 1);
      assert.equal(await newest(window), ofServer);

      const second = installation.window(memories[1]);
      assert.equal(second.current?.saved.id, "id-1", "a new window shows the connection used last");
      second.switchTo("id-2");
      assert.equal(await newest(installation.window(memories[0])), ofServer);
      assert.equal(await newest(installation.window(memories[1])), ofOther);
    });

    it("tells of another in the turn in which it asks it, even if that cannot be remembered", async () => {
      const memory = new TestMemory();
      const window = installation.window(memory);
      await window.signIn(server.address, password, signal);
      await window.signIn(other.address, token, signal);
      const told: (string | undefined)[] = [];
      window.onDidChange(() => told.push(window.keys.shown));
      memory.update = () => new Promise<never>(() => undefined);
      window.switchTo("id-1");
      assert.deepEqual(told, ["id-1"]);
    });

    it("has one per account", async () => {
      const window = installation.window();
      for (const proof of [password, token, rememberedPassword, token])
        await window.signIn(server.address, proof, signal);
      const host = server.address.replace("http://", "");
      assert.deepEqual(
        window.all.map(({ name, kind }) => [name, kind]),
        [
          [host, "server"],
          [`${host} (2)`, "server"],
        ],
      );
    });

    it("renames one, in other windows once they have the focus", async () => {
      const window = installation.window();
      await window.signIn(server.address, password, signal);
      const second = installation.window();
      await window.rename("id-1", { name: "Staging" });
      assert.equal(window.current?.saved.name, "Staging");
      second.catchUp();
      assert.equal(second.current?.saved.name, "Staging");
      assert.ok(await newest(second));
    });

    it("removes one with its secrets, also from other windows", async () => {
      const window = installation.window();
      await window.signIn(server.address, rememberedPassword, signal);
      await window.signIn(other.address, token, signal);
      window.switchTo("id-1");
      const second = installation.window();
      await window.remove("id-1");
      assert.equal(window.current, undefined);
      second.catchUp();
      assert.equal(second.current, undefined);
      assert.deepEqual(
        window.all.map(({ id }) => id),
        ["id-2"],
      );
      assert.deepEqual([...installation.secrets.values.keys()], [`ozInspector.tokens ${other.address} id-2`]);
      assert.equal(installation.window().current, undefined);
    });

    it("keeps the name that another window gave it while the user was signing in", async () => {
      const window = installation.window();
      const { saved } = await window.signIn(server.address, password, signal);
      await installation.window().rename("id-1", { name: "Staging" });
      await window.signIn(saved, password, signal);
      assert.equal(window.current?.saved.name, "Staging");
      assert.equal(window.all[0]?.name, "Staging");
    });

    it("keeps a mark through sign-out, sign-in and a rename by another window, which then shows it", async () => {
      const window = installation.window();
      const { saved } = await window.signIn(server.address, password, signal);
      const second = installation.window();
      await window.rename("id-1", { mark: "Production" });
      await second.rename("id-1", { name: "Staging" });
      second.catchUp();
      assert.equal(second.current?.saved.mark, "Production");
      await window.signOut("id-1");
      await window.signIn(saved, password, signal);
      for (const one of [window.current?.saved, window.all[0], installation.window().current?.saved])
        assert.deepEqual([one?.name, one?.mark], ["Staging", "Production"]);
      await window.rename("id-1", { mark: undefined });
      second.catchUp();
      assert.equal(second.current.saved.mark, undefined);
    });

    it("keeps the mark of a sandbox that is opened again", async () => {
      const window = installation.window();
      await window.openSandbox();
      await window.rename("sandbox", { mark: "Test" });
      await window.openSandbox();
      assert.deepEqual([window.current?.saved.mark, window.all[0]?.mark], ["Test", "Test"]);
    });

    it("signs in again to a renamed one without adding another", async () => {
      const window = installation.window();
      await window.signIn(server.address, password, signal);
      await window.rename("id-1", { name: "Staging" });
      const saved = window.current?.saved;
      assert.ok(saved?.kind === "server");
      const key = connectionKey(saved);
      await window.signIn(saved, rememberedPassword, signal);
      assert.deepEqual(window.signedIn.map(connectionKey), [key], "its folders stay loaded");
      assert.equal(window.current?.saved.name, "Staging");
      assert.equal(window.all.length, 1);
    });
  });

  it("deletes the secrets on sign-out and keeps the connection", async () => {
    const { secrets } = installation;
    const window = installation.window();
    await window.signIn(server.address, rememberedPassword, signal);
    await window.signOut("id-1");
    assert.deepEqual(window.signedIn, []);
    assert.deepEqual([window.current?.signedIn, secrets.values.size], [false, 0]);
    await assert.rejects(window.client(), { reason: "cancelled" });
    assert.equal(installation.window().current?.signedIn, false);
    await window.signIn(server.address, password, signal);
    assert.equal(window.current?.signedIn, true);
    assert.ok(await newest(window));
  });

  describe("with a secret storage that cannot delete the tokens", () => {
    let window: Window;
    beforeEach(async () => {
      window = installation.window();
      await window.signIn(server.address, rememberedPassword, signal);
      installation.secrets.undeletable.add(`ozInspector.tokens ${server.address} id-1`);
    });

    const hasPassword = (): boolean =>
      installation.secrets.values.has(`ozInspector.password ${server.address} id-1`);

    it("deletes the password on sign-out all the same", async () => {
      await assert.rejects(window.signOut("id-1"), { reason: "secretStorage" });
      assert.equal(hasPassword(), false);
    });

    it("deletes the password of a removed connection all the same, and shows the connection no longer", async () => {
      await assert.rejects(window.remove("id-1"), { reason: "secretStorage" });
      assert.equal(hasPassword(), false);
      assert.equal(window.current, undefined);
    });
  });

  it("returns the role of the account if the server names it", async () => {
    const window = installation.window();
    const { saved } = await window.signIn(server.address, password, signal);
    assert.equal(saved.role, "CLIENT");
    assert.equal((await window.signIn(server.address, token, signal)).saved.role, undefined);
  });

  describe("with a secret storage that forgets", () => {
    it("works until the window closes, and says at once that the session is not saved", async () => {
      installation.secrets.keeps = false;
      const window = installation.window();
      const { sessionSaved } = await window.signIn(server.address, password, signal);
      assert.equal(sessionSaved, false);
      assert.ok(await newest(window));
      await window.signOut("id-1");
      assert.equal(window.current?.signedIn, false);
    });

    it("explains at the next start why the user has to sign in again", async () => {
      await installation.window().signIn(server.address, password, signal);
      installation.secrets.values.clear();
      const window = installation.window();
      assert.equal(window.current?.signedIn, true);
      await assert.rejects(newest(window), {
        reason: "signInNeeded",
        message:
          /^VS Code's secret storage has lost the session on 127\.0\.0\.1:\d+, .* without a keyring\. Sign in again\.$/,
      });
    });
  });

  describe("with the sandbox", () => {
    it("starts it, with the same folders after a restart", async () => {
      const window = installation.window();
      await window.openSandbox();
      const id = await newest(window);
      const later = installation.window();
      assert.equal(installation.started.length, 1, "it starts at the first request");
      assert.equal(later.current?.saved.name, "Sandbox");
      assert.equal(await newest(later), id);
      assert.equal(installation.started[0], installation.started[1]);
    });

    it("lists it among the connections, and removes it on sign-out", async () => {
      const window = installation.window();
      await window.signIn(server.address, password, signal);
      await window.openSandbox();
      const [, before] = window.signedIn.map(connectionKey);
      clock.advance(1);
      await window.openSandbox();
      assert.notEqual(window.signedIn.map(connectionKey)[1], before, "it has other folders");
      await window.openSandbox(other.address);
      assert.deepEqual(
        window.all.map(({ name }) => name),
        [server.address.replace("http://", ""), "Sandbox", "Sandbox (2)"],
      );
      await window.signOut("sandbox");
      assert.equal(window.all.length, 2);
      assert.equal(window.current?.saved.name, "Sandbox (2)");
    });

    it("keeps the name that another window gives it while it is opened again", async () => {
      const window = installation.window();
      await window.openSandbox();
      const opening = window.openSandbox();
      await installation.window().rename("sandbox", { name: "Demo" });
      await opening;
      assert.deepEqual([window.current?.saved.name, window.all[0]?.name], ["Demo", "Demo"]);
    });

    it("says in one sentence if it cannot be started, and connects to nothing", async () => {
      const window = installation.window();
      installation.startError = new Error("no port is free.");
      await assert.rejects(window.openSandbox(), {
        message: "The sandbox could not be started: no port is free.",
      });
      assert.deepEqual([window.current, window.all], [undefined, []]);
    });

    it("stops it if it does not answer, and connects to nothing", async () => {
      installation.fails = true;
      const window = installation.window();
      await assert.rejects(window.openSandbox());
      assert.deepEqual([installation.started.length, installation.stopped], [1, 1]);
      assert.deepEqual([window.current, window.all], [undefined, []]);
    });

    it("starts it at the next request if it could not be started before", async () => {
      await installation.window().openSandbox();
      const later = installation.window();
      installation.startError = new Error("no port is free.");
      const message = "The sandbox could not be started: no port is free.";
      await Promise.all([
        assert.rejects(later.client(), { message }),
        assert.rejects(later.client(), { message }),
      ]);
      installation.startError = undefined;
      const [client, same] = await Promise.all([later.client(), later.client()]);
      assert.equal(client, same);
      assert.equal(installation.started.length, 2);
    });
  });

  it("starts without a connection if the saved ones cannot be read", () => {
    for (const saved of [
      7,
      "x",
      {},
      [{ kind: "server", id: "a", name: "b" }],
      [{ kind: "server", id: "a", baseUrl: "https://oz.example.com" }],
      [{ kind: "sandbox", id: "a", name: "b", epoch: "soon" }],
      [{ kind: "constructor", id: "a", name: "b" }, null, 7],
    ]) {
      const fresh = new Installation();
      void fresh.memory.update("ozInspector.connections", saved);
      void fresh.memory.update("ozInspector.activeConnection", "a");
      const window = fresh.window();
      assert.deepEqual([window.current, window.all], [undefined, []]);
    }
  });
});
