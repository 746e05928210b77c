import type { Exchange } from "../front/exchange";
import { bodyFaults, DAMAGED, MEGABYTE, TOO_LARGE } from "./bodyRow";
import type { Act, Fault } from "./fault";

const PARSER = / breaks the rules of HTTP \(HPE_[A-Z_]+\)\. Ask the administrator /;
const RESET = / closed the connection without a complete reply\. Try again\.$/;

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

/** Bodies that end elsewhere than their headers say, are far too long, or come after headers that break the rules. */
export const FRAME_FAULTS: readonly Fault[] = bodyFaults([
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
]);
