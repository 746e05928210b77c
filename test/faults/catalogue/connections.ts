import type { Exchange } from "../front/exchange";
import { bytesOf } from "../front/reply";
import type { Fault } from "./fault";

const RESET = / closed the connection without a complete reply\. Try again\.$/;
const TIMEOUT =
  / sent no complete reply within \d+ seconds\. Try again, or raise the time limit in the settings/;

/** Where in a reply something happens: how many bytes are sent before, of those of the head and of all. */
const PLACES: readonly (readonly [id: string, words: string, sent: (head: number, all: number) => number])[] =
  [
    ["before-headers", "before the first byte of the reply", () => 0],
    ["in-status-line", "within the status line", () => 5],
    ["in-headers", "within the headers", (head) => Math.floor(head / 2)],
    ["after-headers", "after the headers", (head) => head],
    ["after-first-byte", "after the first byte of the body", (head) => head + 1],
    ["in-body", "in the middle of the body", (head, all) => Math.floor((head + all) / 2)],
    ["before-last-byte", "before the last byte", (_, all) => all - 1],
  ];

/** What happens there. */
const BREAKS: readonly (Pick<Fault, "id" | "title" | "sentence" | "reason"> & {
  readonly then: (exchange: Exchange) => void;
})[] = [
  {
    id: "reset",
    title: "The connection is reset",
    sentence: RESET,
    reason: "reset",
    then: (exchange) => exchange.reset(),
  },
  {
    id: "half-open",
    title: "The server ends its half of the connection",
    sentence: RESET,
    reason: "reset",
    then: (exchange) => exchange.end(),
  },
  {
    id: "stall",
    title: "The server falls silent",
    sentence: TIMEOUT,
    reason: "timeout",
    then: () => undefined,
  },
];

const broken: readonly Fault[] = BREAKS.flatMap(({ id, title, sentence, reason, then }) =>
  PLACES.map(([place, words, sent]) => ({
    id: `${id}-${place}`,
    group: "connection",
    title: `${title} ${words}`,
    sentence,
    reason,
    act: {
      at: "request",
      async answer(exchange: Exchange): Promise<void> {
        const reply = await exchange.upstream();
        const bytes = bytesOf(reply);
        await exchange.write(bytes.subarray(0, sent(bytes.length - reply.body.length, bytes.length)));
        then(exchange);
      },
    },
  })),
);

/** Sends a reply byte by byte, one a second, after what is sent at once. */
async function drip(exchange: Exchange, isHeadSlow: boolean): Promise<void> {
  const reply = await exchange.upstream();
  const bytes = bytesOf(reply);
  const begin = isHeadSlow ? 0 : bytes.length - reply.body.length;
  await exchange.write(bytes.subarray(0, begin));
  for (const byte of bytes.subarray(begin)) {
    if (!exchange.isOpen) return;
    await exchange.write(Buffer.of(byte));
    await new Promise<void>((resolve) => exchange.clock.after(1000, resolve));
  }
  exchange.end();
}

/** Connections that are not made, break, stall or crawl. */
export const CONNECTION_FAULTS: readonly Fault[] = [
  {
    id: "unknown-host",
    group: "connection",
    title: "The name of the server does not exist",
    sentence: /^The host \S+ cannot be found\. Check the address for typos, and your VPN\.$/,
    reason: "unknownHost",
    needs: "name",
    act: { at: "lookup", code: "ENOTFOUND" },
  },
  {
    id: "no-name-server",
    group: "connection",
    title: "The name server does not answer",
    sentence: / cannot be reached\. Check your network, VPN and proxy settings\.$/,
    reason: "offline",
    needs: "name",
    act: { at: "lookup", code: "EAI_AGAIN" },
  },
  {
    id: "refused",
    group: "connection",
    title: "Nobody listens at the port",
    sentence: / refused the connection\. Check the port, and that the server is running\.$/,
    reason: "refused",
    act: { at: "listening" },
  },
  {
    id: "reset-at-once",
    group: "connection",
    title: "The connection is reset as soon as it is made",
    sentence: RESET,
    reason: "reset",
    act: { at: "connection", take: (socket) => socket.resetAndDestroy() },
  },
  {
    id: "half-open-at-once",
    group: "connection",
    title: "The server ends its half of the connection as soon as it is made",
    sentence: RESET,
    reason: "reset",
    act: { at: "connection", take: (socket) => socket.end() },
  },
  {
    id: "stall-at-once",
    group: "connection",
    title: "The connection is accepted, and nothing ever comes on it",
    sentence: TIMEOUT,
    reason: "timeout",
    act: { at: "connection", take: () => undefined },
  },
  ...broken,
  {
    id: "drip",
    group: "connection",
    title: "The reply comes at one byte a second",
    sentence: TIMEOUT,
    reason: "timeout",
    act: { at: "request", answer: (exchange) => drip(exchange, true) },
  },
  {
    id: "drip-body",
    group: "connection",
    title: "The headers come at once, and the body at one byte a second",
    sentence: TIMEOUT,
    reason: "timeout",
    act: { at: "request", answer: (exchange) => drip(exchange, false) },
  },
  {
    id: "kept-open",
    group: "connection",
    title:
      "The reply is complete, and the server keeps the connection, even when the client has ended its half",
    sentence: undefined,
    reason: undefined,
    act: {
      at: "request",
      async answer(exchange: Exchange): Promise<void> {
        exchange.keepOpen();
        await exchange.write(bytesOf(await exchange.upstream()));
      },
    },
  },
  {
    id: "kept-until-used",
    group: "connection",
    title:
      "The server keeps the connection although it is asked not to, and breaks it off at the next request",
    sentence: undefined,
    reason: undefined,
    act: {
      at: "request",
      // The front breaks off a connection on which a request comes after one that asked to close it.
      async answer(exchange: Exchange): Promise<void> {
        const whole = bytesOf(await exchange.upstream()).toString("latin1");
        await exchange.write(
          Buffer.from(whole.replace("connection: close", "connection: keep-alive"), "latin1"),
        );
      },
    },
  },
  {
    id: "never-ends",
    group: "connection",
    title: "The reply tells no length, and the server never ends it",
    sentence: TIMEOUT,
    reason: "timeout",
    act: {
      at: "request",
      async answer(exchange: Exchange): Promise<void> {
        const { body } = await exchange.upstream();
        await exchange.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
        await exchange.write(body);
      },
    },
  },
];
