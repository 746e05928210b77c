import assert from "node:assert/strict";
import { clientFactory } from "../../../src/connections/clients";
import { ConnectionManager } from "../../../src/connections/connectionManager";
import { nodeFetchTransport } from "../../../src/oz/nodeFetch";
import { Scrubber } from "../../../src/log/scrubber";
import { systemClock } from "../../../src/oz/clock";
import { SANDBOX_ACCOUNT } from "../../../src/sandbox/account";
import { startSandbox, type RunningSandbox } from "../../../src/sandbox/start";
import { TestMemory, TestSecrets } from "./stores";

const { email, password, accessToken } = SANDBOX_ACCOUNT;
const credentials = { email, password };
const { signal } = new AbortController();

/** Everything that survives a restart of VS Code, and what starts it anew. */
function setUp() {
  const memory = new TestMemory();
  const secrets = new TestSecrets();
  const lines: string[] = [];
  const keep = (line: string): unknown => lines.push(line);
  const log = { debug: keep, info: keep, warn: keep, error: keep };
  const openClient = clientFactory({
    transport: nodeFetchTransport,
    clock: systemClock,
    log,
    scrubber: new Scrubber(),
  });
  const started: number[] = [];
  const open: RunningSandbox[] = [];
  const start = (): ConnectionManager =>
    new ConnectionManager({
      memory,
      secrets,
      clock: systemClock,
      openClient,
      startSandbox: async (epoch) => {
        started.push(epoch);
        const sandbox = await startSandbox({ folders: 10, epoch });
        open.push(sandbox);
        return sandbox;
      },
    });
  return { memory, secrets, lines, started, start, open };
}

const newest = async (manager: ConnectionManager): Promise<string | undefined> => {
  const client = await manager.client();
  const page = await client.listFolders({ offset: 0, limit: 1 });
  return page.folders[0]?.id;
};

describe("ConnectionManager", () => {
  let server: RunningSandbox;
  before(async () => (server = await startSandbox({ folders: 10 })));
  after(() => server.close());

  it("signs in with e-mail and password, and is signed in after a restart without the password", async () => {
    const { start, memory, secrets } = setUp();
    const manager = start();
    await manager.signIn(server.address, { credentials }, signal);
    const id = await newest(manager);
    assert.ok(id);
    const kept = [...memory.values.values(), ...secrets.values.values()].join();
    assert.ok(!kept.includes(`"${password}"`), "the password is not stored");
    assert.equal(await newest(start()), id);
  });

  it("signs in with an access token", async () => {
    const { start } = setUp();
    await start().signIn(server.address, { accessToken }, signal);
    assert.ok(await newest(start()));
  });

  it("keeps tokens in the store of secrets only, under the address they are for", async () => {
    const { start, memory, secrets, lines } = setUp();
    await start().signIn(server.address, { accessToken }, signal);
    assert.deepEqual([...secrets.values.keys()], [`ozInspector.tokens ${server.address}`]);
    for (const text of [...memory.values.values(), ...lines]) assert.ok(!text.includes(accessToken));
  });

  it("stays with the present server when a sign-in fails", async () => {
    const { start } = setUp();
    const manager = start();
    await manager.signIn(server.address, { credentials }, signal);
    const before = manager.current;
    const wrong = { email, password: "wrong" };
    await assert.rejects(manager.signIn(server.address, { credentials: wrong }, signal), {
      reason: "credentialsRefused",
    });
    await assert.rejects(manager.signIn(server.address, { accessToken: "0".repeat(128) }, signal), {
      reason: "credentialsRefused",
    });
    assert.equal(manager.current, before);
    assert.ok(await newest(manager));
  });

  it("forgets the tokens at sign-out", async () => {
    const { start, memory, secrets } = setUp();
    const manager = start();
    await manager.signIn(server.address, { credentials }, signal);
    await manager.signOut();
    assert.deepEqual([manager.current, secrets.values.size, memory.values.size], [undefined, 0, 0]);
    assert.equal(start().current, undefined);
    await assert.rejects(manager.client(), { reason: "cancelled" });
  });

  it("starts a sandbox, and after a restart one with the same folders", async () => {
    const { start, started, open } = setUp();
    const manager = start();
    await manager.openSandbox();
    const id = await newest(manager);
    const later = start();
    assert.deepEqual(
      [started.length, later.current?.server],
      [1, "sandbox"],
      "nothing starts before somebody asks",
    );
    assert.equal(await newest(later), id);
    assert.equal(started[0], started[1]);
    await Promise.all(open.map((sandbox) => sandbox.close()));
  });

  it("says in one sentence that a sandbox could not be started, and connects to nothing", async () => {
    const broken = new ConnectionManager({
      memory: new TestMemory(),
      secrets: new TestSecrets(),
      clock: systemClock,
      openClient: () => assert.fail("nobody to talk to"),
      startSandbox: () => Promise.reject(new Error("no port is free.")),
    });
    await assert.rejects(broken.openSandbox(), {
      message: "The sandbox could not be started: no port is free.",
    });
    assert.equal(broken.current, undefined);
  });

  it("begins signed out when what was saved cannot be read", () => {
    for (const saved of [
      7,
      "x",
      {},
      { kind: "server" },
      { kind: "sandbox", epoch: "soon" },
      { kind: "constructor" },
    ]) {
      const { memory, start } = setUp();
      void memory.update("ozInspector.connection", saved);
      assert.equal(start().current, undefined);
    }
  });
});
