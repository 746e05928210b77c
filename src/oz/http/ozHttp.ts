import { abortable } from "../../base/abortable";
import type { Clock } from "../../base/clock";
import type { Log } from "../../base/log/log";
import type { Scrubber } from "../../base/log/scrubber";
import { httpError } from "./httpError";
import { networkError } from "./networkError";
import { cancelled, timedOut, type OzError } from "./ozError";
import { redirectTarget } from "./redirect";
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
  /** Creates the UUID that identifies a request in the server's log. */
  readonly newRequestId: () => string;
  /** Milliseconds that one exchange may take, including redirects and the body; 30 s by default. */
  readonly timeout?: number;
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

const MAX_REDIRECTS = 3;

/** Sends requests to one server. Each one times out, is logged, and gives either a 2xx reply or an `OzError`. */
export class OzHttp {
  /** As `parseAddress` gives it. */
  readonly baseUrl: string;
  readonly origin: string;
  readonly scrubber: Scrubber;

  constructor(private readonly options: OzHttpOptions) {
    this.baseUrl = options.baseUrl;
    this.origin = new URL(options.baseUrl).origin;
    this.scrubber = options.scrubber;
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.options.clock.now();
  }

  /**
   * Sends one request.
   * @returns a reply with a 2xx status
   * @throws OzError for anything else, including an aborted signal
   */
  async send(request: OzHttpRequest): Promise<HttpReply> {
    if (request.signal?.aborted) throw cancelled(this.origin);
    const { clock, timeout = 30_000, newRequestId } = this.options;
    for (const secret of [request.accessToken ?? "", ...(request.secrets ?? [])]) this.scrubber.add(secret);
    const startedAt = clock.now();
    const requestId = newRequestId();
    const abort = new AbortController();
    const stopTimer = clock.after(timeout, () => abort.abort(timedOut(this.origin, timeout)));
    const cancel = (): void => abort.abort(cancelled(this.origin));
    request.signal?.addEventListener("abort", cancel, { once: true });
    let reply: HttpReply | undefined;
    try {
      const { signal } = abort;
      reply = await abortable(this.exchange(request, requestId, signal), signal, () =>
        networkError(signal.reason, this.origin),
      );
      if (reply.status < 200 || reply.status > 299) throw httpError(reply, this, clock.now());
      this.log(request, requestId, startedAt, reply);
      return reply;
    } catch (error) {
      const ozError = networkError(error, this.origin);
      this.log(request, requestId, startedAt, reply, ozError);
      throw ozError;
    } finally {
      stopTimer();
      request.signal?.removeEventListener("abort", cancel);
    }
  }

  private async exchange(request: OzHttpRequest, requestId: string, signal: AbortSignal): Promise<HttpReply> {
    const { transport } = this.options;
    let sent = this.httpRequest(request, requestId, requestUrl(this.baseUrl, request), signal);
    for (let hops = 0; ; hops++) {
      const reply = await transport(sent);
      const target =
        request.method === "GET" && hops < MAX_REDIRECTS ? redirectTarget(reply, sent.url, this) : undefined;
      if (target === undefined) return reply;
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
        // Oz API's framework writes this ID to its log (section 1 of oz-api.md).
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
    const size = reply ? ` ${Buffer.byteLength(reply.text)} B` : "";
    const names = Object.keys(query).join("&");
    const target = names === "" ? path : `${path}?${names}`;
    const line = `${method} ${target} ${outcome} ${Math.round(clock.now() - startedAt)} ms${size} id ${requestId}`;
    if (!error || error.reason === "cancelled") log.info(line);
    else log.warn(line);
  }
}

/** @param baseUrl as `parseAddress` gives it */
export function requestUrl(baseUrl: string, { path, query }: GetRequest): string {
  return `${baseUrl}${path}${query ? `?${new URLSearchParams(query).toString()}` : ""}`;
}
