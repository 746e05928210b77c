import assert from "node:assert/strict";
import { request } from "node:http";
import { SANDBOX_ACCOUNT } from "../../../src/sandbox/account";
import { type ReceivedRequest, type SandboxServer, startSandbox } from "../../../src/sandbox/start";

interface Reply {
  status: number | undefined;
  type: string | undefined;
  body: Record<string, unknown>;
}

async function send(
  url: string,
  method: string,
  headers: Record<string, string>,
  body?: string,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers }, (incoming) => {
      let text = "";
      incoming.setEncoding("utf8");
      incoming.on("data", (chunk: string) => (text += chunk));
      incoming.on("end", () => {
        const parsed = JSON.parse(text) as Record<string, unknown>;
        resolve({ status: incoming.statusCode, type: incoming.headers["content-type"], body: parsed });
      });
      incoming.on("error", reject);
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

describe("running sandbox", () => {
  const running: SandboxServer[] = [];
  const start = async (options: Parameters<typeof startSandbox>[0]): Promise<SandboxServer> => {
    const sandbox = await startSandbox(options);
    running.push(sandbox);
    return sandbox;
  };
  afterEach(async () => {
    for (const sandbox of running.splice(0)) await sandbox.close();
  });

  it("answers over HTTP on loopback: sign-in with new tokens, then a list", async () => {
    const { Request: before } = globalThis;
    const { address, port } = await start({ folders: 12 });
    assert.equal(address, `http://127.0.0.1:${port}`);
    const { email, password } = SANDBOX_ACCOUNT;
    const credentials = JSON.stringify({ credentials: { email, password } });
    const session = await send(`${address}/api/authorize/auth/`, "POST", {}, credentials);
    const again = await send(`${address}/api/authorize/auth/`, "POST", {}, credentials);
    assert.deepEqual([session.status, session.type], [200, "application/json"]);
    assert.notEqual(session.body.access_token, again.body.access_token);
    const headers = { "X-Forensic-Access-Token": String(session.body.access_token) };
    const list = await send(`${address}/api/folders/?limit=5`, "GET", headers);
    assert.deepEqual([list.status, list.body.total_count], [200, 12]);
    assert.equal(globalThis.Request, before);
  });

  it("analyses folders again and removes them", async () => {
    const { address, analyseAgain, remove } = await start({ folders: 12 });
    const headers = { "X-Forensic-Access-Token": SANDBOX_ACCOUNT.accessToken };
    const ids = async (): Promise<unknown[]> => {
      const { body } = await send(`${address}/api/folders/?sorting=time_updated`, "GET", headers);
      return (body.items as { folder_id: string }[]).map(({ folder_id }) => folder_id);
    };
    const before = (await ids()) as string[];
    analyseAgain(before[5]!);
    assert.equal((await ids())[0], before[5]);
    remove(before[5]!);
    assert.deepEqual(
      await ids(),
      before.filter((id) => id !== before[5]),
    );
  });

  it("records requests if configured, without tokens", async () => {
    const [keeps, forgets] = [await start({ folders: 3, recordRequests: true }), await start({})];
    const { email, password } = SANDBOX_ACCOUNT;
    const credentials = JSON.stringify({ credentials: { email, password } });
    for (const { address } of [keeps, forgets]) {
      await send(`${address}/api/authorize/auth/`, "POST", {}, credentials);
      const headers = { "X-Forensic-Access-Token": SANDBOX_ACCOUNT.accessToken };
      await send(`${address}/api/folders/?limit=1&sorting=time_updated%7Bdesc%7D`, "GET", headers);
      await send(`${address}/nowhere`, "GET", {});
    }
    assert.deepEqual(keeps.requests, [
      { method: "POST", path: "/api/authorize/auth/", query: "" },
      { method: "GET", path: "/api/folders/", query: "limit=1&sorting=time_updated%7Bdesc%7D" },
      { method: "GET", path: "/nowhere", query: "" },
    ]);
    assert.deepEqual(forgets.requests, []);
  });

  it("explains a port that is taken or out of range", async () => {
    const { port } = await start({});
    await assert.rejects(start({ port }), {
      message: `Port ${port} is already in use. Choose another one, or 0 for any free port.`,
    });
    await assert.rejects(start({ port: 65_536 }), {
      message: "65536 is not a port. Choose a whole number from 0 to 65535.",
    });
  });

  it("delays replies if configured, drops pending requests when closed, and can be closed twice", async () => {
    const slow = await start({ latency: 3_600_000 });
    const quick = await start({});
    let answered = false;
    const waiting = send(`${slow.address}/api/version`, "GET", {}).finally(() => (answered = true));
    const ended = assert.rejects(waiting);
    for (let request = 0; request < 5; request++) await send(`${quick.address}/api/version`, "GET", {});
    assert.equal(answered, false);
    await slow.close();
    await ended;
    await slow.close();
  });

  it("delays only the replies to some requests if configured", async () => {
    const latency = ({ method, path, query }: ReceivedRequest): number =>
      method === "GET" && path === "/api/folders/" && query.includes("time_updated") ? 3_600_000 : 0;
    const slow = await start({ folders: 3, latency });
    const headers = { "X-Forensic-Access-Token": SANDBOX_ACCOUNT.accessToken };
    let answered = false;
    const waiting = send(`${slow.address}/api/folders/?sorting=time_updated`, "GET", headers).finally(
      () => (answered = true),
    );
    const ended = assert.rejects(waiting);
    for (const path of ["/api/version", "/api/folders/?sorting=time_created"]) {
      assert.equal((await send(slow.address + path, "GET", headers)).status, 200);
    }
    assert.equal(answered, false);
    await slow.close();
    await ended;
  });
});
