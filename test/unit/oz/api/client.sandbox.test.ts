import assert from "node:assert/strict";
import type { OzClient } from "../../../../src/oz/api/client";
import { SANDBOX_ACCOUNT } from "../../../../src/sandbox/account";
import { startSandbox, type SandboxServer, type StartOptions } from "../../../../src/sandbox/start";
import { clientOf, errorOf } from "../support";

const { email, password, accessToken } = SANDBOX_ACCOUNT;

/** Every request of the client: types ask for a new one here. */
const REQUESTS: Readonly<
  Record<
    Exclude<keyof OzClient, "baseUrl" | "serverNow">,
    (client: OzClient, folderId: string) => Promise<unknown>
  >
> = {
  version: (client) => client.version(),
  signIn: (client) => client.signIn({ email, password }),
  checkToken: (client) => client.checkToken(accessToken),
  listFolders: (client) => client.listFolders({ offset: 0, limit: 1 }),
  listChanges: (client) => client.listChanges(undefined),
  getFolder: (client, folderId) => client.getFolder(folderId),
  findFolder: (client, folderId) => client.findFolder(folderId),
};
const NEED_NO_SESSION: readonly string[] = ["version", "signIn", "checkToken"];

describe("OzClient and the sandbox", () => {
  let sandbox: SandboxServer | undefined;
  let now: number;

  async function start(options: StartOptions = {}): Promise<string> {
    now = Date.parse("2025-03-01T12:00:00Z");
    sandbox = await startSandbox({ folders: 250, clock: { now: () => now }, ...options });
    return sandbox.address;
  }

  afterEach(async () => {
    await sandbox?.close();
    sandbox = undefined;
  });

  it("recognizes an Oz API", async () => {
    const { client } = clientOf(await start(), { tokens: undefined });
    assert.notEqual(await client.version(), "");
  });

  for (const [name, request] of Object.entries(REQUESTS))
    it(`answers ${name}${NEED_NO_SESSION.includes(name) ? "" : ", but not to a stranger"}`, async () => {
      const address = await start();
      const { client } = clientOf(address, { tokens: { accessToken } });
      const [folder] = (await client.listFolders({ offset: 0, limit: 1 })).folders;
      await request(client, folder!.id);
      if (NEED_NO_SESSION.includes(name)) return;
      const { client: stranger } = clientOf(address, { tokens: { accessToken: "0".repeat(128) } });
      await assert.rejects(request(stranger, folder!.id), { reason: "signInNeeded" });
    });

  it("logs in, reads all pages and each folder once, newest first", async () => {
    const { client } = clientOf(await start(), { tokens: undefined });
    await client.signIn({ email, password });
    const seen = new Set<string>();
    let last = Infinity;
    for (let offset = 0; offset < 250; offset += 100) {
      const { folders, totalCount, skipped } = await client.listFolders({ offset, limit: 100 });
      assert.equal(totalCount, 250);
      assert.equal(skipped, 0);
      for (const { id, createdAt = NaN, resolution } of folders) {
        assert.ok(createdAt <= last);
        last = createdAt;
        assert.notEqual(resolution.computed, undefined);
        seen.add(id);
      }
    }
    assert.equal(seen.size, 250);
  });

  it("gets one folder as it is in the list, with the text that the sandbox sent", async () => {
    const { client } = clientOf(await start(), { tokens: { accessToken } });
    const [listed] = (await client.listFolders({ offset: 249, limit: 1 })).folders;
    const { folder, text } = await client.getFolder(listed!.id.toUpperCase());
    assert.deepEqual(folder, listed);
    assert.deepEqual(JSON.parse(text), folder.json);
  });

  it("renews an expired session without telling the caller", async () => {
    const address = await start({ sessionLifetime: 60_000 });
    const { client, store, log } = clientOf(address, { tokens: undefined, credentials: { email, password } });
    await client.signIn({ email, password });
    const before = store.tokens?.accessToken;
    for (let poll = 0; poll < 5; poll++) {
      await client.listFolders({ offset: 0, limit: 1 });
      now += 60_001;
    }
    assert.notEqual(store.tokens?.accessToken, before);
    assert.equal(log.lines.filter((line) => / \/api\/folders\/\S* 401 /.test(line)).length, 4);
  });

  it("reports an ID that does not exist", async () => {
    const { client } = clientOf(await start(), { tokens: { accessToken } });
    const error = await errorOf(client.getFolder("00000000-0000-4000-8000-000000000000"));
    assert.equal(error.reason, "notFound");
    assert.equal(error.errorCode, 10);
  });

  it("refuses a wrong password", async () => {
    const { client } = clientOf(await start(), { tokens: undefined });
    const error = await errorOf(client.signIn({ email, password: "wrong-one" }));
    assert.equal(error.reason, "credentialsRefused");
    assert.equal(error.status, 401);
    assert.doesNotMatch(error.message, /wrong-one/);
  });

  it("checks an access token, good or bad", async () => {
    const { client } = clientOf(await start(), { tokens: undefined });
    await client.checkToken(accessToken);
    assert.equal((await errorOf(client.checkToken("f".repeat(128)))).reason, "credentialsRefused");
  });

  it("reports a refused connection after the sandbox ends", async () => {
    const { client } = clientOf(await start(), { tokens: { accessToken } });
    await client.listFolders({ offset: 0, limit: 1 });
    await sandbox?.close();
    assert.equal((await errorOf(client.listFolders({ offset: 0, limit: 1 }))).reason, "refused");
  });
});
