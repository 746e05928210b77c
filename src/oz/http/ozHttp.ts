import { abortable } from "../../base/abortable";
import type { Clock } from "../../base/clock";
import type { Log } from "../../base/log/log";
import type { Scrubber } from "../../base/log/scrubber";
import { isSuccess, meantStatus } from "./errorStatus";
import { httpError } from "./httpError";
import { networkError } from "./networkError";
import { cancelled, invalidAddress, timedOut, type OzError } from "./ozError";
import { readReply } from "./readReply";
import { redirectTarget } from "./redirect";
import { ServerClock } from "./serverClock";
import type { HttpReply, HttpRequest, Transport } from "./transport";

/** The header with the access token, without "Bearer" (section 1 of oz-api.md). */
export const TOKEN_HEADER = "X-Forensic-Access-Token";

/** The target of a GET request. */
export interface GetRequest {
  /** Begins with `/api`. Logged, as are the names in the query. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
}

export interface OzHttpOptions {
  /** As `parseAddress` gives it. */
  readonly baseUrl: string;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly log: Log;
  /** Receives every secret before it is sent. */
  readonly scrubber: Scrubber;
  /** Creates the UUID that identifies a request in our log and in that of newer servers. */
  readonly newRequestId: () => string;
  /** @returns milliseconds that one exchange may take now, including redirects and the body */
  readonly timeLimit: () => number;
}

export interface OzHttpRequest extends GetRequest {
  readonly method: "GET" | "POST";
  readonly accessToken?: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Other secrets in the request. */
  readonly secrets?: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

/** Sends requests to one server. Each one times out, is logged, and gives either a 2xx reply or an `OzError`. */
export class OzHttp {
  /** As `parseAddress` gives it. */
  readonly baseUrl: string;
  readonly origin: string;
  readonly scrubber: Scrubber;
  private readonly serverClock: ServerClock;

  /** @throws OzError "invalidAddress" if the base URL is none of a server */
  constructor(private readonly options: OzHttpOptions) {
    if (!/^https?:/i.test(options.baseUrl) || !URL.canParse(options.baseUrl))
      throw invalidAddress(options.baseUrl);
    this.baseUrl = options.baseUrl;
    this.origin = new URL(options.baseUrl).origin;
    this.scrubber = options.scrubber;
    this.serverClock = new ServerClock(options.clock);
  }

  /** Epoch milliseconds by this machine's clock. */
  now(): number {
    return this.options.clock.now();
  }

  /** Epoch milliseconds by the server's clock, see `ServerClock`. */
  serverNow(): number {
    return this.serverClock.now();
  }

  /** See `Clock.elapsed`. */
  elapsed(): number {
    return this.options.clock.elapsed();
  }

  /**
   * Sends one request.
   * @returns a reply with a 2xx status that means success, see `meantStatus`
   * @throws OzError for anything else, including an aborted signal
   */
  async send(request: OzHttpRequest): Promise<HttpReply> {
    if (request.signal?.aborted) throw cancelled(this.origin);
    const { clock, newRequestId } = this.options;
    const limit = this.options.timeLimit();
    for (const secret of [request.accessToken ?? "", ...(request.secrets ?? [])]) this.scrubber.add(secret);
    const startedAt = clock.elapsed();
    const requestId = newRequestId();
    const abort = new AbortController();
    const stopTimer = clock.after(limit, () => abort.abort(timedOut(this.origin, limit)));
    const cancel = (): void => abort.abort(cancelled(this.origin));
    request.signal?.addEventListener("abort", cancel, { once: true });
    let reply: HttpReply | undefined;
    try {
      reply = await this.exchange(request, requestId, abort.signal);
      if (!isSuccess(meantStatus(reply))) throw httpError(reply, request.path, this, this.serverNow());
      this.serverClock.learn(reply, clock.elapsed() - startedAt);
      this.log(request, requestId, startedAt, reply);
      return reply;
    } catch (error) {
      const ozError = networkError(error, this.origin);
      this.log(request, requestId, startedAt, reply, ozError);
      throw ozError;
    } finally {
      stopTimer();
      // Ends the connections of redirects, whose bodies nobody reads.
      abort.abort();
      request.signal?.removeEventListener("abort", cancel);
    }
  }

  private async exchange(request: OzHttpRequest, requestId: string, signal: AbortSignal): Promise<HttpReply> {
    const { transport } = this.options;
    const orAborted = <T>(promise: Promise<T>): Promise<T> =>
      abortable(promise, signal, () => networkError(signal.reason, this.origin));
    let sent = this.httpRequest(request, requestId, requestUrl(this.baseUrl, request), signal);
    for (let hops = 0; ; hops++) {
      const reply = await orAborted(transport(sent));
      const target = redirectTarget(reply, sent, hops, this);
      if (target === undefined) return readReply(reply, () => orAborted(reply.readText()));
      sent = this.httpRequest(request, requestId, target, signal);
    }
  }

  private httpRequest(
    request: OzHttpRequest,
    requestId: string,
    url: string,
    signal: AbortSignal,
  ): HttpRequest {
    const { method, accessToken, body } = request;
    return {
      method,
      url,
      headers: {
        accept: "application/json",
        // Oz API's framework, Lamb, writes this ID to its log, but only in versions after 3.4.19.
        "x-lamb-xray": requestId,
        ...(accessToken === undefined ? {} : { [TOKEN_HEADER]: accessToken }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal,
    };
  }

  /** Logs only the names of the query, because its values may be personal data. */
  private log(
    { method, path, query = {} }: OzHttpRequest,
    requestId: string,
    startedAt: number,
    reply: HttpReply | undefined,
    error?: OzError,
  ): void {
    const { log, clock } = this.options;
    const outcome = reply?.status ?? error?.reason ?? "";
    const size = reply && !reply.isBodyLost ? ` ${Buffer.byteLength(reply.text)} B` : "";
    const names = Object.keys(query).join("&");
    const target = names === "" ? path : `${path}?${names}`;
    const line = `${method} ${target} ${outcome} ${Math.round(clock.elapsed() - startedAt)} ms${size} id ${requestId}`;
    if (!error || error.reason === "cancelled") log.info(line);
    else log.warn(line);
  }
}

/** @param baseUrl as `parseAddress` gives it */
export function requestUrl(baseUrl: string, { path, query }: GetRequest): string {
  return `${baseUrl}${path}${query ? `?${new URLSearchParams(query).toString()}` : ""}`;
}
