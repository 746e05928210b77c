import assert from "node:assert/strict";
import http, { Agent, type RequestOptions } from "node:http";
import { syncBuiltinESMExports } from "node:module";
import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { desktopTransport } from "../../../../src/oz/http/desktopTransport";
import { networkError } from "../../../../src/oz/http/networkError";
import { createNodeFetchTransport, nodeFetchTransport } from "../../../../src/oz/http/nodeFetch";
import type { ReplyHead, Transport } from "../../../../src/oz/http/transport";
import { closeServers, errorOf, reply, serve, serveRaw } from "../support";

/** A reply with its whole body. */
type WholeReply = ReplyHead & { readonly text: string };

async function get(
  url: string,
  signal = new AbortController().signal,
  transport: Transport = nodeFetchTransport,
): Promise<WholeReply> {
  const reply = await transport({ method: "GET", url, headers: { accept: "application/json" }, signal });
  return { ...reply, text: await reply.readText() };
}

async function reasonOf(promise: Promise<unknown>): Promise<string> {
  return networkError(await errorOf(promise), "http://127.0.0.1").reason;
}

const MB = 1024 * 1024;

/** Where the last seven bytes of a chunked reply are cut: once or twice, at every place. */
const CUTS_OF_END = [1, 2, 3, 4, 5, 6].flatMap((first) =>
  [first, ...[1, 2, 3, 4, 5, 6].filter((second) => second > first)].map((second) =>
    second === first ? [first] : [first, second],
  ),
);

function pieces(text: string, cuts: readonly number[]): readonly string[] {
  return [...cuts, text.length].map((end, index) => text.slice(index === 0 ? 0 : cuts[index - 1], end));
}

/**
 * Sends each piece by itself: the next one only after this one was sent and the client had turns to read it. Closes the
 * connection together with the last one, as servers do.
 */
async function sendInPieces(socket: Socket, all: readonly (string | Buffer)[]): Promise<void> {
  socket.setNoDelay(true);
  for (const piece of all.slice(0, -1)) {
    await new Promise((resolve) => socket.write(piece, resolve));
    for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
  }
  socket.end(all.at(-1) ?? "");
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
    assert.equal(await answer.readText(), '{"ok":true}');
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

  it("decodes what is not UTF-8 as its type says, and UTF-8 whatever that says", async () => {
    const utf8 = Buffer.from('{"имя":"Zoë"}');
    const windows = Buffer.concat([Buffer.from('{"'), Buffer.of(0xe8, 0xec, 0xff), Buffer.from('":1}')]);
    for (const [type, body, text] of [
      ["application/json; charset=windows-1251", windows, '{"имя":1}'],
      ['text/html;charset="Windows-1251"; a=b', windows, '{"имя":1}'],
      ["application/json; charset=windows-1251", utf8, '{"имя":"Zoë"}'],
      ["application/json", windows, '{"\ufffd\ufffd\ufffd":1}'],
      ["application/json; charset=made-up", windows, '{"\ufffd\ufffd\ufffd":1}'],
    ] as const) {
      for (const isPacked of [false, true]) {
        const { address } = await serve((_, response) => {
          const encoding = isPacked ? { "content-encoding": "gzip" } : {};
          response.writeHead(200, { "content-type": type, ...encoding });
          response.end(isPacked ? gzipSync(body) : body);
        });
        assert.equal((await get(address)).text, text, type);
      }
    }
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

  it("does not reuse a connection that the server keeps although it is asked not to", async () => {
    let connections = 0;
    const address = await serveRaw((socket) => {
      connections++;
      socket.write("HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\n{}");
      socket.once("data", () => socket.resetAndDestroy());
    });
    for (let poll = 1; poll <= 5; poll++) {
      assert.equal((await get(address)).text, "{}");
      assert.equal(connections, poll);
    }
  });

  it("leaves the agent to VS Code where that chooses the connection", async () => {
    const { request } = http;
    const agents: unknown[] = [];
    http.request = ((url: string, options: RequestOptions) => {
      agents.push(options.agent);
      return request(url, options);
    }) as typeof request;
    syncBuiltinESMExports();
    try {
      const { address } = await serve((_, response) => reply(response, 200, {}));
      for (const isPatched of [true, false])
        await get(
          address,
          undefined,
          createNodeFetchTransport(1000, () => isPatched),
        );
    } finally {
      http.request = request;
      syncBuiltinESMExports();
    }
    assert.equal(agents.length, 2);
    assert.equal(agents[0], undefined);
    assert.ok(agents[1] instanceof Agent);
    assert.notEqual(agents[1], http.globalAgent);
  });

  for (const [name, lines, value] of [
    ["location", ["/one", "/one"], "/one"],
    ["location", ["/one", "/other"], undefined],
    ["date", ["Sat, 01 Mar 2025 12:00:00 GMT", "Sun, 02 Mar 2025 12:00:00 GMT"], undefined],
    ["content-type", ["application/json", "text/html"], undefined],
    ["retry-after", ["20", "20"], "20"],
    ["retry-after", ["20", "30"], "20, 30"],
    ["x-list", ["one", "other"], "one, other"],
  ] as const)
    it(`takes ${value ?? "nothing"} from two headers ${name} with ${lines.join(" and ")}`, async () => {
      const { address } = await serve((_, response) => {
        response.sendDate = false;
        response.writeHead(200, { [name]: [...lines] }).end();
      });
      assert.equal((await get(address)).header(name.toUpperCase()), value);
    });

  for (const encoding of ["gzip", "x-gzip", "GZIP"])
    it(`unpacks a reply that is compressed as ${encoding}`, async () => {
      const { address } = await serve((_, response) => {
        response.writeHead(200, { "content-encoding": encoding }).end(gzipSync('{"packed":true}'));
      });
      assert.equal((await get(address)).text, '{"packed":true}');
    });

  it("rejects a compressed reply that is damaged", async () => {
    const { address } = await serve((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end("no gzip at all");
    });
    assert.equal(await reasonOf(get(address)), "unreadable");
  });

  for (const [name, encoding, pack] of [
    ["compressed", "gzip", gzipSync],
    ["plain", "identity", (text: string) => Buffer.from(text)],
  ] as const) {
    it(`reads a ${name} reply whose end arrives in pieces, wherever it is cut`, async () => {
      const long = JSON.stringify(Array.from({ length: 20_000 }, (_, id) => id * 7919));
      for (const text of ['{"items":[]}', long]) {
        for (const cuts of CUTS_OF_END) {
          const body = pack(text);
          const address = await serveRaw((socket) => {
            const head = `HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Encoding: ${encoding}\r\n`;
            const length = `Transfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n`;
            void sendInPieces(socket, [head + length, body, ...pieces("\r\n0\r\n\r\n", cuts)]);
          });
          assert.equal((await get(address)).text, text, `cut at ${cuts.join(" and ")}`);
        }
      }
    });
  }

  it("reads an empty reply that says it is compressed", async () => {
    const { address } = await serve((_, response) => {
      response.writeHead(401, { "content-encoding": "gzip" }).end();
    });
    assert.equal((await get(address)).text, "");
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

  it("rejects a compressed reply that is cut off before its last chunk", async () => {
    const packed = gzipSync('{"items":[]}');
    const address = await serveRaw((socket) => {
      const head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Encoding: gzip\r\n";
      socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n${packed.length.toString(16)}\r\n`);
      void sendInPieces(socket, [packed, "\r\n0\r"]);
    });
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

  for (const [name, headers, sentence] of [
    ["more headers than Node reads", `X-Long: ${"a".repeat(17_000)}`, /more than 16 KB of headers/],
    [
      "two ways to tell its length",
      "Content-Length: 2\r\nTransfer-Encoding: chunked",
      /breaks the rules of HTTP/,
    ],
    ["two lengths", "Content-Length: 2\r\nContent-Length: 3", /breaks the rules of HTTP/],
    ["a header that is none", "Content Length: 2", /breaks the rules of HTTP/],
  ] as const)
    it(`says so of a reply with ${name}, and not that it is no HTTP`, async () => {
      const address = await serveRaw((socket) => socket.end(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n{}`));
      const error = networkError(await errorOf(get(address)), address);
      assert.equal(error.reason, "unreadable");
      assert.match(error.message, sentence);
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
      assert.deepEqual([error.reason, error.tooLarge], ["unreadable", true]);
    }
  });

  it("gives up on an endless reply while it arrives", async () => {
    const { address } = await serve((_, response) => {
      const more = Buffer.alloc(10_000, "a");
      const send = (): void => {
        while (!response.destroyed && response.write(more));
      };
      response.on("drain", send);
      send();
    });
    const error = await errorOf(get(address, undefined, createNodeFetchTransport(1_000_000)));
    assert.equal(networkError(error, address).tooLarge, true);
  });

  it("gives up on a small reply that unpacks to a gigabyte while it is unpacked", async () => {
    const packed = gzipSync(Buffer.alloc(16 * MB));
    const bomb = Buffer.concat(Array.from({ length: 64 }, () => packed));
    const { address } = await serve((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end(bomb);
    });
    const before = process.memoryUsage().arrayBuffers;
    let held = 0;
    let isOver = false;
    const watch = (): void => {
      held = Math.max(held, process.memoryUsage().arrayBuffers - before);
      if (!isOver) setImmediate(watch);
    };
    watch();
    const error = await errorOf(get(address).finally(() => (isOver = true)));
    assert.equal(networkError(error, address).tooLarge, true);
    assert.ok(held < 200 * MB, `${held} bytes`);
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
    const answer = await get(
      address,
      undefined,
      desktopTransport(() => false),
    );
    assert.equal(answer.text, '{"late":true}');
  });
});
