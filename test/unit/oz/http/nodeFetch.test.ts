import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { desktopTransport } from "../../../../src/oz/http/desktopTransport";
import { networkError } from "../../../../src/oz/http/networkError";
import { createNodeFetchTransport, nodeFetchTransport } from "../../../../src/oz/http/nodeFetch";
import type { HttpReply, Transport } from "../../../../src/oz/http/transport";
import { closeServers, errorOf, reply, serve, serveRaw } from "../support";

function get(
  url: string,
  signal = new AbortController().signal,
  transport: Transport = nodeFetchTransport,
): Promise<HttpReply> {
  return transport({ method: "GET", url, headers: { accept: "application/json" }, signal });
}

async function reasonOf(promise: Promise<HttpReply>): Promise<string> {
  return networkError(await errorOf(promise), "http://127.0.0.1").reason;
}

describe("nodeFetchTransport", () => {
  afterEach(closeServers);

  it("sends the request, and a fixed name as the only header about us", async () => {
    const { address, seen } = await serve((_, response) =>
      reply(response, 201, { ok: true }, { "x-one": "1" }),
    );
    const answer = await nodeFetchTransport({
      method: "POST",
      url: `${address}/api/x?y=1`,
      headers: { accept: "application/json", "content-type": "application/json" },
      body: '{"ä":1}',
      signal: new AbortController().signal,
    });
    assert.equal(answer.status, 201);
    assert.equal(answer.header("X-One"), "1");
    assert.equal(answer.header("x-two"), undefined);
    assert.equal(answer.text, '{"ok":true}');
    const { method, url, body, headers } = seen[0]!;
    assert.deepEqual(
      [method, url, body, headers["user-agent"]],
      ["POST", "/api/x?y=1", '{"ä":1}', "oz-inspector"],
    );
    assert.equal(headers["accept-encoding"], "gzip");
    assert.deepEqual(Object.keys(headers).sort(), [
      "accept",
      "accept-encoding",
      "connection",
      "content-length",
      "content-type",
      "host",
      "user-agent",
    ]);
  });

  it("decodes characters that arrive in pieces", async () => {
    const bytes = Buffer.from('{"имя":"Zoë 😀"}');
    const { address } = await serve((_, response) => {
      for (const byte of bytes) response.write(Buffer.of(byte));
      response.end();
    });
    assert.equal((await get(address)).text, bytes.toString());
  });

  it("follows no redirect", async () => {
    const { address, seen } = await serve((_, response) =>
      reply(response, 302, "", { location: "/elsewhere" }),
    );
    const answer = await get(address);
    assert.equal(answer.status, 302);
    assert.equal(answer.header("location"), "/elsewhere");
    assert.equal(seen.length, 1);
  });

  it("does not reuse a connection that the server closed after its last reply", async () => {
    const { address } = await serve((_, response, { socket }) => {
      response.end("{}", () => socket.end());
    });
    for (let poll = 0; poll < 20; poll++) assert.equal((await get(address)).text, "{}");
  });

  it("unpacks a compressed reply", async () => {
    const { address } = await serve((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync('{"packed":true}'));
    });
    assert.equal((await get(address)).text, '{"packed":true}');
  });

  it("rejects a compressed reply that is damaged", async () => {
    const { address } = await serve((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end("no gzip at all");
    });
    assert.equal(await reasonOf(get(address)), "unreadable");
  });

  it("rejects a reply that is shorter than its length", async () => {
    const address = await serveRaw((socket) =>
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{"items":['),
    );
    assert.equal(await reasonOf(get(address)), "reset");
  });

  it("rejects a chunked reply that is cut off", async () => {
    const address = await serveRaw((socket) =>
      socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n'),
    );
    assert.equal(await reasonOf(get(address)), "reset");
  });

  it("rejects a compressed reply that is cut off", async () => {
    const packed = gzipSync(JSON.stringify({ text: "a".repeat(1000) }));
    const address = await serveRaw((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${packed.length}\r\n\r\n`);
      socket.end(packed.subarray(0, packed.length - 4));
    });
    assert.equal(await reasonOf(get(address)), "reset");
  });

  it("rejects when the server is killed in the middle of a reply", async () => {
    const { address } = await serve((_, response, request) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write('{"items": [', () => request.socket.resetAndDestroy());
    });
    assert.equal(await reasonOf(get(address)), "reset");
  });

  it("rejects when the server hangs up without a reply", async () => {
    const address = await serveRaw((socket) => socket.end());
    assert.equal(await reasonOf(get(address)), "reset");
  });

  it("rejects what is not HTTP", async () => {
    const address = await serveRaw((socket) => socket.end("SSH-2.0-OpenSSH_9.6\r\n"));
    assert.equal(await reasonOf(get(address)), "notOzApi");
  });

  it("rejects TLS to a port that speaks plain HTTP", async () => {
    const { address } = await serve((_, response) => reply(response, 200, {}));
    const error = networkError(await errorOf(get(address.replace("http:", "https:"))), address);
    assert.equal(error.reason, "tls");
    assert.match(error.message, /does not speak TLS/);
  });

  it("rejects when nobody listens", async () => {
    const { address } = await serve((_, response) => reply(response, 200, {}));
    await closeServers();
    assert.equal(await reasonOf(get(address)), "refused");
  });

  it("gives up on a reply that is too long, packed or not", async () => {
    const transport = createNodeFetchTransport(1000);
    const { address } = await serve(({ url }, response) => {
      const body = Buffer.alloc(url.endsWith("ok") ? 1000 : 1001, "a");
      const isPacked = url.startsWith("/packed");
      response.writeHead(200, isPacked ? { "content-encoding": "gzip" } : {});
      response.end(isPacked ? gzipSync(body) : body);
    });
    for (const path of ["/plain", "/packed"]) {
      assert.equal((await get(`${address}${path}/ok`, undefined, transport)).text.length, 1000);
      const error = networkError(await errorOf(get(address + path, undefined, transport)), address);
      assert.equal(error.reason, "unreadable");
      assert.match(error.message, /too large/);
    }
  });

  it("rejects with the reason of the signal, before and during an exchange", async () => {
    const reason = new Error("enough");
    const early = new AbortController();
    early.abort(reason);
    const late = new AbortController();
    const middle = new AbortController();
    const { address, seen } = await serve(({ url }, response) => {
      if (url === "/middle") response.write("{", () => middle.abort(reason));
      else late.abort(reason);
    });
    assert.equal(await errorOf(get(address, early.signal)), reason);
    assert.equal(seen.length, 0);
    assert.equal(await errorOf(get(`${address}/late`, late.signal)), reason);
    assert.equal(await errorOf(get(`${address}/middle`, middle.signal)), reason);
  });

  it("works when loaded with the first request", async () => {
    const { address } = await serve((_, response) => reply(response, 200, { late: true }));
    const answer = await get(address, undefined, desktopTransport);
    assert.equal(answer.text, '{"late":true}');
  });
});
