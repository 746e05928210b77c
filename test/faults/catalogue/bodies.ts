import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { isObject } from "../../../src/base/readJson";
import type { Exchange } from "../front/exchange";
import { pageReply, type Reply } from "../front/reply";
import { replying, type Act, type Fault } from "./fault";
import { inWindows1251 } from "./windows1251";

const DAMAGED = / is damaged or not from an Oz API\. Try again, and check the address\.$/;
const TOO_LARGE = / has more than (24 MB|250,000 values), the most that Oz Inspector reads\. /;
const FOREIGN = / is compressed as “[a-z, ]+”, which was not asked for\. /;

const MEGABYTE = 1024 * 1024;

/** What is told of a body, and what it is made of. */
type Row = readonly [
  id: string,
  title: string,
  sentence: RegExp | undefined,
  reason: Fault["reason"],
  act: Act,
];

/** @returns the act of a server that sends its own reply otherwise */
function changing(change: (reply: Reply) => Partial<Reply>): Act {
  return replying(async (exchange) => {
    const reply = await exchange.upstream();
    return { ...reply, ...change(reply) };
  });
}

const typed = (type: string, body: string): Act =>
  replying({ status: 200, headers: { "content-type": type }, body: Buffer.from(body) });

const encoded = (encoding: string, pack: (body: Buffer) => Buffer): Act =>
  changing(({ headers, body }) => ({
    headers: { ...headers, "content-encoding": encoding },
    body: pack(body),
  }));

/** A comment of the operator in every folder, which needs an encoding. */
export const COMMENT = "Проверено";

function commented(body: Buffer): string {
  const comment = (json: unknown): unknown =>
    isObject(json) && "folder_id" in json ? { ...json, operator_comment: COMMENT } : json;
  const json: unknown = JSON.parse(body.toString());
  const items = isObject(json) ? json.items : undefined;
  return JSON.stringify(
    isObject(json) && Array.isArray(items) ? { ...json, items: items.map(comment) } : comment(json),
  );
}

/** Sends a text of 100 MB a megabyte at a time. */
async function sendHuge(exchange: Exchange, isChunked: boolean): Promise<void> {
  const size = 100 * MEGABYTE;
  const length = isChunked ? "Transfer-Encoding: chunked" : `Content-Length: ${size}`;
  await exchange.write(`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${length}\r\n\r\n`);
  const piece = Buffer.alloc(MEGABYTE, " ");
  const sent = isChunked ? chunkOf(piece) : piece;
  for (let left = size; left > 0 && exchange.isOpen; left -= MEGABYTE) await exchange.write(sent);
  if (isChunked && exchange.isOpen) await exchange.write("0\r\n\r\n");
  exchange.end();
}

function chunkOf(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")]);
}

/** A gigabyte of zeros in a megabyte: a file of gzip may have any number of members. */
function bomb(): Buffer {
  const member = gzipSync(Buffer.alloc(MEGABYTE), { level: 9 });
  return Buffer.concat(Array.from({ length: 1024 }, () => member));
}

/** @returns the act of a server that sends its own body in chunks, as pieces that arrive one by one */
function chunked(cut: (body: Buffer) => readonly (Buffer | string)[]): Act {
  return {
    at: "request",
    async answer(exchange: Exchange): Promise<void> {
      const { body } = await exchange.upstream();
      await exchange.write(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n",
      );
      for (const piece of cut(body)) if (exchange.isOpen) await exchange.write(piece);
      exchange.end();
    },
  };
}

/** @returns the act of a server whose headers are these, whatever its body is */
function raw(headers: (length: number) => string): Act {
  return {
    at: "request",
    async answer(exchange: Exchange): Promise<void> {
      const { body } = await exchange.upstream();
      await exchange.write(
        `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n${headers(body.length)}\r\n\r\n`,
      );
      await exchange.write(body);
      exchange.end();
    },
  };
}

const PARSER = / breaks the rules of HTTP \(HPE_[A-Z_]+\)\. Ask the administrator /;
const RESET = / closed the connection without a complete reply\. Try again\.$/;

/** @returns a chunked body in pieces that end everywhere: in a size, after a CR, within a letter */
function everywhere(body: Buffer): readonly Buffer[] {
  const whole = Buffer.concat([
    chunkOf(body.subarray(0, 7)),
    chunkOf(body.subarray(7)),
    Buffer.from("0\r\n\r\n"),
  ]);
  const small = Math.min(40, Math.floor(whole.length / 2));
  const middle = whole.subarray(small, -small);
  const pieces = (bytes: Buffer): Buffer[] => Array.from(bytes, (byte) => Buffer.of(byte));
  return [...pieces(whole.subarray(0, small)), middle, ...pieces(whole.subarray(-small))];
}

const ROWS: readonly Row[] = [
  [
    "html",
    "200 with a web page",
    / replied with a web page, “Log in”, instead of what an Oz API sends\. Check the address and its path, and /,
    "notOzApi",
    replying(pageReply(200, "<!doctype html><title>Log in</title>")),
  ],
  [
    "html-as-json",
    "A web page that says it is JSON",
    DAMAGED,
    "unreadable",
    typed("application/json", "<html>"),
  ],
  [
    "text",
    "Plain text",
    / replied with plain text instead of what an Oz API sends\. /,
    "notOzApi",
    typed("text/plain", "OK"),
  ],
  [
    "empty",
    "An empty body that says it is JSON",
    / is empty\. /,
    "unreadable",
    typed("application/json", ""),
  ],
  [
    "no-content",
    "204 without a body",
    / replied with an empty body instead of what an Oz API sends\. /,
    "notOzApi",
    replying({ status: 204, headers: {}, body: Buffer.alloc(0) }),
  ],
  [
    "other-json",
    "JSON of something else",
    DAMAGED,
    "unreadable",
    typed("application/json", '{"status":"ok"}'),
  ],
  ["null", "null", DAMAGED, "unreadable", typed("application/json", "null")],
  [
    "truncated",
    "JSON that was cut off before it was sent",
    DAMAGED,
    "unreadable",
    changing(({ body }) => ({ body: body.subarray(0, body.length / 2) })),
  ],
  [
    "invalid-json",
    "JSON with single quotes",
    DAMAGED,
    "unreadable",
    changing(({ body }) => ({ body: Buffer.from(body.toString().replaceAll('"', "'")) })),
  ],
  [
    "twice",
    "The same JSON twice in one reply",
    DAMAGED,
    "unreadable",
    changing(({ body }) => ({ body: Buffer.concat([body, body]) })),
  ],
  [
    "deep",
    "JSON of 100,000 lists within each other",
    / is damaged or not from an Oz API\. | sent a list in which nothing has a folder's ID\. /,
    "unreadable",
    typed("application/json", "[".repeat(100_000) + "]".repeat(100_000)),
  ],
  [
    "many-values",
    "JSON of a million values",
    TOO_LARGE,
    "unreadable",
    replying(() => ({
      status: 200,
      headers: { "content-type": "application/json" },
      body: Buffer.from(`{"items":[${"0,".repeat(1_000_000)}0]}`),
    })),
  ],
  [
    "invalid-utf8",
    "Bytes in texts that are not UTF-8",
    undefined,
    undefined,
    changing(({ body }) => ({
      body: Buffer.from(commented(body).replace(COMMENT, "\xff\xfe\xc0"), "latin1"),
    })),
  ],
  [
    "windows-1251",
    "JSON in windows-1251 that says so",
    undefined,
    undefined,
    changing(({ headers, body }) => ({
      headers: { ...headers, "content-type": "application/json; charset=windows-1251" },
      body: inWindows1251(commented(body)),
    })),
  ],
  [
    "byte-order-mark",
    "JSON after a byte order mark",
    undefined,
    undefined,
    changing(({ body }) => ({ body: Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), body]) })),
  ],
  [
    "type-html",
    "JSON that says it is a web page",
    undefined,
    undefined,
    changing(({ headers }) => ({ headers: { ...headers, "content-type": "text/html" } })),
  ],
  [
    "type-binary",
    "JSON that says it is a file",
    undefined,
    undefined,
    changing(({ headers }) => ({ headers: { ...headers, "content-type": "application/octet-stream" } })),
  ],
  [
    "100-mb",
    "A body of 100 MB",
    TOO_LARGE,
    "unreadable",
    { at: "request", answer: (exchange) => sendHuge(exchange, false) },
  ],
  [
    "100-mb-chunked",
    "A body of 100 MB that does not tell its length",
    TOO_LARGE,
    "unreadable",
    { at: "request", answer: (exchange) => sendHuge(exchange, true) },
  ],
  [
    "gzip-bomb",
    "A gigabyte of zeros, compressed to a megabyte",
    TOO_LARGE,
    "unreadable",
    encoded("gzip", bomb),
  ],
  ["gzip", "Compressed with gzip", undefined, undefined, encoded("gzip", (body) => gzipSync(body))],
  [
    "gzip-damaged",
    "JSON that says it is compressed and is not",
    /^The compressed reply from \S+ is damaged\. Try again\.$/,
    "unreadable",
    encoded("gzip", (body) => body),
  ],
  [
    "gzip-twice",
    "Compressed twice",
    FOREIGN,
    "unreadable",
    encoded("gzip, gzip", (body) => gzipSync(gzipSync(body))),
  ],
  ["br", "Compressed with Brotli", FOREIGN, "unreadable", encoded("br", (body) => brotliCompressSync(body))],
  [
    "deflate",
    "Compressed with deflate",
    FOREIGN,
    "unreadable",
    encoded("deflate", (body) => deflateSync(body)),
  ],
  [
    "unknown-encoding",
    "JSON that says it is encoded as UTF-8 where a compression belongs",
    undefined,
    undefined,
    encoded("utf-8", (body) => body),
  ],
  ["chunks-cut", "Chunks that arrive in pieces cut anywhere", undefined, undefined, chunked(everywhere)],
  [
    "chunks-without-end",
    "Chunks of which the last is missing",
    RESET,
    "reset",
    chunked((body) => [chunkOf(body)]),
  ],
  [
    "chunk-size",
    "A chunk whose size is no number",
    // Node's client tells what breaks the rules of HTTP only before it has the headers.
    RESET,
    "reset",
    chunked((body) => ["xyz\r\n", body, "\r\n0\r\n\r\n"]),
  ],
  [
    "length-short",
    "A Content-Length that is too small",
    DAMAGED,
    "unreadable",
    raw((length) => `Content-Length: ${Math.floor(length / 2)}`),
  ],
  [
    "length-long",
    "A Content-Length that is too large",
    RESET,
    "reset",
    raw((length) => `Content-Length: ${length + 1}`),
  ],
  [
    "length-garbage",
    "A Content-Length that is no number",
    PARSER,
    "unreadable",
    raw(() => "Content-Length: many"),
  ],
  [
    "length-twice",
    "Two lengths",
    PARSER,
    "unreadable",
    raw((length) => `Content-Length: ${length}\r\nContent-Length: 3`),
  ],
  [
    "length-and-chunks",
    "Both a length and chunks",
    PARSER,
    "unreadable",
    raw((length) => `Content-Length: ${length}\r\nTransfer-Encoding: chunked`),
  ],
  ["header-invalid", "A header that is none", PARSER, "unreadable", raw(() => "Content Length: 2")],
  [
    "headers-huge",
    "17 KB of headers",
    / has more than 16 KB of headers, which is too much\. /,
    "unreadable",
    raw((length) => `X-Long: ${"a".repeat(17_000)}\r\nContent-Length: ${length}`),
  ],
];

/** Bodies that cannot be read, are far too large, or come in an unusual form. */
export const BODY_FAULTS: readonly Fault[] = ROWS.map(([id, title, sentence, reason, act]) => ({
  id: `body-${id}`,
  group: "body",
  title,
  sentence,
  reason,
  act,
}));
