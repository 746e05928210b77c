import { brotliCompressSync } from "node:zlib";
import type { OzErrorReason } from "../../../src/oz/http/ozError";
import type { Exchange } from "../front/exchange";
import { bytesOf, pageReply, type Reply } from "../front/reply";
import type { Fault } from "./fault";

/** How a body is lost, and how such a reply is sent. */
export interface Loss {
  readonly id: string;
  readonly words: string;
  readonly send: (exchange: Exchange, reply: Reply) => void | Promise<void>;
}

const PAGE = `<html><title>Told in the body</title>${"<p>More.</p>".repeat(50)}</html>`;

/** Sends a reply up to the middle of its body. */
async function sendHalf(exchange: Exchange, reply: Reply): Promise<void> {
  const bytes = bytesOf(reply);
  await exchange.write(bytes.subarray(0, bytes.length - reply.body.length / 2));
}

export const LOSSES = [
  {
    id: "reset",
    words: "the connection is reset in its body",
    async send(exchange, reply) {
      await sendHalf(exchange, reply);
      exchange.reset();
    },
  },
  {
    id: "stall",
    words: "the server falls silent in its body",
    send: sendHalf,
  },
  {
    id: "cut",
    words: "the last of its chunks is missing",
    async send(exchange, { status, headers, body }) {
      const head = bytesOf({ status, headers, body: Buffer.alloc(0) }).toString();
      await exchange.write(head.replace("content-length: 0", "transfer-encoding: chunked"));
      await exchange.write(`${body.length.toString(16)}\r\n${body.toString()}\r\n`);
      exchange.end();
    },
  },
  {
    id: "gzip-damaged",
    words: "it says that it is compressed and is not",
    send: (exchange, reply) =>
      exchange.send({ ...reply, headers: { ...reply.headers, "content-encoding": "gzip" } }),
  },
  {
    id: "br",
    words: "it is compressed with Brotli",
    send: (exchange, { status, headers, body }) =>
      exchange.send({
        status,
        headers: { ...headers, "content-encoding": "br" },
        body: brotliCompressSync(body),
      }),
  },
] as const satisfies readonly Loss[];

type LossId = (typeof LOSSES)[number]["id"];

/** What is told of a status all the same; `waits` if the reply says for 20 seconds. */
type Row = readonly [
  status: number,
  loss: LossId,
  reason: OzErrorReason,
  sentence: RegExp,
  more?: Partial<Fault>,
];

const INTERNAL = (status: number): RegExp =>
  new RegExp(` has an internal error, status ${status}\\. Try again `);
const WAIT = { wait: 20_000 };

const ROWS: readonly Row[] = [
  [
    308,
    "reset",
    "notOzApi",
    / redirects to https:\/\/elsewhere\.example\.test, where your credentials must not go\. /,
  ],
  [
    401,
    "gzip-damaged",
    "signInNeeded",
    / (does not accept the session|asks you to sign in again|did not accept this email and password)/,
    { signInReason: "credentialsRefused" },
  ],
  [404, "cut", "noSuchPath", / has no (\/api\/\S+|folder \S+|sign-in with )/, { signInReason: "noSignIn" }],
  [429, "cut", "tooManyRequests", / (limits requests|asked us to wait)/, WAIT],
  [502, "br", "serverError", INTERNAL(502)],
  [503, "reset", "serverError", INTERNAL(503), WAIT],
  [503, "stall", "serverError", INTERNAL(503), WAIT],
];

/** @returns a reply whose body is lost, with what its headers say */
function replyOf(status: number, path: string, isWaiting: boolean): Reply {
  return pageReply(status, PAGE, {
    ...(isWaiting && { "retry-after": "20" }),
    ...(status === 308 && { location: `https://elsewhere.example.test${path}` }),
  });
}

/** Errors and redirects whose bodies are lost: what their status and headers say counts all the same. */
export const LOST_BODY_FAULTS: readonly Fault[] = ROWS.map(
  ([status, lossId, reason, sentence, more = {}]) => {
    const loss = LOSSES.find(({ id }) => id === lossId)!;
    return {
      id: `status-${status}-${loss.id}`,
      group: "status",
      title: `${status} of which ${loss.words}`,
      sentence,
      reason,
      ...more,
      act: {
        at: "request",
        answer: (exchange: Exchange) =>
          loss.send(exchange, replyOf(status, exchange.request.path, more.wait !== undefined)),
      },
    };
  },
);
