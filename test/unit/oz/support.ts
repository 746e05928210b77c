import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from "node:net";
import fc from "fast-check";
import type { Log } from "../../../src/base/log/log";
import { Scrubber } from "../../../src/base/log/scrubber";
import { windowPassword } from "../../../src/connections/savedPassword";
import { OzClient } from "../../../src/oz/api/client";
import { nodeFetchTransport } from "../../../src/oz/http/nodeFetch";
import type { OzError } from "../../../src/oz/http/ozError";
import { OzHttp } from "../../../src/oz/http/ozHttp";
import type { Transport } from "../../../src/oz/http/transport";
import { Session } from "../../../src/oz/session/session";
import type { Credentials, PasswordStore, Tokens, TokenStore } from "../../../src/oz/session/tokens";
import type { Certificate } from "../../authority";
import { TestClock } from "../testClock";

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly token: string | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface TestServer {
  readonly address: string;
  /** What was asked, in the order in which it came. */
  readonly seen: Seen[];
}

const open: (() => Promise<void>)[] = [];

/** Ends all servers of a test; for `afterEach`. */
export async function closeServers(): Promise<void> {
  await Promise.all(open.splice(0).map((close) => close()));
}

/**
 * Starts a real HTTP server on 127.0.0.1 that answers as told.
 * @param certificate makes it an HTTPS server
 */
export async function serve(
  answer: (seen: Seen, response: ServerResponse, request: IncomingMessage) => void | Promise<void>,
  certificate?: Certificate,
): Promise<TestServer> {
  const seen: Seen[] = [];
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const token = request.headers["x-forensic-access-token"];
      const one: Seen = {
        method: request.method ?? "",
        url: request.url ?? "",
        token: typeof token === "string" ? token : undefined,
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      };
      seen.push(one);
      void answer(one, response, request);
    });
  };
  const server = certificate ? createSecureServer(certificate, listener) : createServer(listener);
  return { address: `${certificate ? "https" : "http"}://127.0.0.1:${await listen(server)}`, seen };
}

/** Starts a server below HTTP: it gets each connection when the request has arrived. */
export async function serveRaw(answer: (socket: Socket) => void): Promise<string> {
  const server = createTcpServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => answer(socket));
  });
  return `http://127.0.0.1:${await listen(server)}`;
}

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  );
  return (server.address() as AddressInfo).port;
}

/** Answers with JSON, unless the body is a text. */
export function reply(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const isText = typeof body === "string";
  response.writeHead(status, { "content-type": isText ? "text/html" : "application/json", ...headers });
  response.end(isText ? body : JSON.stringify(body));
}

/** An error as Oz API writes it. */
export function fault(code: number, message = "", details: unknown = null): object {
  return { error_code: code, error_message: message, error_details: details };
}

export class TestLog implements Log {
  readonly lines: string[] = [];
  readonly debug = (line: string): void => void this.lines.push(`debug ${line}`);
  readonly info = (line: string): void => void this.lines.push(`info ${line}`);
  readonly warn = (line: string): void => void this.lines.push(`warn ${line}`);
  readonly error = (line: string): void => void this.lines.push(`error ${line}`);
}

/** Keeps tokens as a window's store of secrets does. */
export class TestStore implements TokenStore {
  saves = 0;

  constructor(public tokens: Tokens | undefined) {}

  load(): Promise<Tokens | undefined> {
    return Promise.resolve(this.tokens);
  }

  save(tokens: Tokens | undefined): Promise<void> {
    this.saves++;
    this.tokens = tokens;
    return Promise.resolve();
  }
}

export interface TestClient {
  readonly client: OzClient;
  readonly session: Session;
  readonly http: OzHttp;
  readonly store: TestStore;
  readonly clock: TestClock;
  readonly log: TestLog;
}

/** Of every request that `clientOf` sends. */
export const REQUEST_ID = "7e7e7e7e-0000-4000-8000-0000000000ff";

/** A client over the real transport, with the session "access-1" unless told. */
export function clientOf(
  baseUrl: string,
  options: {
    readonly tokens?: Tokens | undefined;
    readonly store?: TestStore;
    readonly credentials?: Credentials;
    /** Instead of `credentials`. */
    readonly password?: PasswordStore;
    readonly transport?: Transport;
    readonly timeLimit?: () => number;
  } = {},
): TestClient {
  const clock = new TestClock();
  const log = new TestLog();
  const tokens = "tokens" in options ? options.tokens : { accessToken: "access-1", expireToken: "expire-1" };
  const store = options.store ?? new TestStore(tokens);
  const transport = options.transport ?? nodeFetchTransport;
  const scrubber = new Scrubber();
  const newRequestId = (): string => REQUEST_ID;
  const timeLimit = options.timeLimit ?? ((): number => 30_000);
  const http = new OzHttp({ baseUrl, transport, clock, log, scrubber, newRequestId, timeLimit });
  const password = options.password ?? windowPassword(options.credentials);
  const session = new Session({ http, store, password, log, share: 0 });
  return { client: new OzClient({ http, session }), session, http, store, clock, log };
}

/** @returns the error that a promise rejects with */
export async function errorOf(promise: Promise<unknown>): Promise<OzError> {
  try {
    await promise;
  } catch (error) {
    return error as OzError;
  }
  throw new Error("It was expected to fail.");
}

/** Any text at all, also with halves of characters. */
export const anyText = fc
  .array(fc.nat({ max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));
