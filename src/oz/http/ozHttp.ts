import { abortable } from "../../base/abortable";
import type { Clock } from "../../base/clock";
import type { Log } from "../../base/log/log";
import type { Scrubber } from "../../base/log/scrubber";
import { requestUrl, TOKEN_HEADER } from "../api/getRequests";
import { cancelled, hostOf, OzError } from "./errors";
import { httpError } from "./httpError";
import { networkError } from "./networkError";
import { redirectTarget } from "./redirect";
import type { HttpReply, HttpRequest, Transport } from "./transport";

export interface OzHttpOptions {
  /** As `parseAddress` gives it. */
  readonly baseUrl: string;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly log: Log;
  /** Is told every secret before it is sent. */
  readonly scrubber: Scrubber;
  /** Makes a UUID by which a request is found again in the log of the server. */
  readonly newRequestId: () => string;
  /** Milliseconds that one exchange may take, redirects and the body included; 30 s unless told. */
  readonly timeout?: number;
}

export interface OzHttpRequest {
  readonly method: "GET" | "POST";
  /** From `/api` on; it goes to the log, as do the names in the query. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly accessToken?: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** What else of the request nobody may read. */
  readonly secrets?: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

const mostRedirects = 3;

/** The way to one server: every exchange has an end, a line in the log, and either a good reply or an `OzError`. */
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
   * @returns the reply, its status being 2xx
   * @throws OzError for anything else, also when the signal is aborted
   */
  async send(request: OzHttpRequest): Promise<HttpReply> {
    if (request.signal?.aborted) throw cancelled(this.origin);
    const { clock, timeout = 30_000, newRequestId } = this.options;
    for (const secret of [request.accessToken ?? "", ...(request.secrets ?? [])]) this.scrubber.add(secret);
    const began = clock.now();
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
      this.log(request, requestId, began, reply);
      return reply;
    } catch (error) {
      const known = networkError(error, this.origin);
      this.log(request, requestId, began, reply, known);
      throw known;
    } finally {
      stopTimer();
      request.signal?.removeEventListener("abort", cancel);
    }
  }

  private async exchange(request: OzHttpRequest, requestId: string, signal: AbortSignal): Promise<HttpReply> {
    const { transport } = this.options;
    let http = this.http(request, requestId, requestUrl(this.baseUrl, request), signal);
    for (let hops = 0; ; hops++) {
      const reply = await transport(http);
      const target =
        request.method === "GET" && hops < mostRedirects ? redirectTarget(reply, http.url, this) : undefined;
      if (target === undefined) return reply;
      http = this.http(request, requestId, target, signal);
    }
  }

  private http(request: OzHttpRequest, requestId: string, url: string, signal: AbortSignal): HttpRequest {
    const { method, accessToken, body } = request;
    return {
      method,
      url,
      headers: {
        accept: "application/json",
        // The framework under Oz API takes it over into its own log (section 1 of oz-api.md).
        "x-lamb-xray": requestId,
        ...(accessToken === undefined ? {} : { [TOKEN_HEADER]: accessToken }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal,
    };
  }

  /** Method, path, names in the query, status or reason, duration, size, id: nobody's secret or personal data. */
  private log(
    { method, path, query = {} }: OzHttpRequest,
    requestId: string,
    began: number,
    reply: HttpReply | undefined,
    error?: OzError,
  ): void {
    const { log, clock } = this.options;
    const outcome = reply?.status ?? error?.reason ?? "";
    const size = reply ? ` ${Buffer.byteLength(reply.text)} B` : "";
    const names = Object.keys(query).join("&");
    const asked = names === "" ? path : `${path}?${names}`;
    const line = `${method} ${asked} ${outcome} ${Math.round(clock.now() - began)} ms${size} id ${requestId}`;
    if (!error || error.reason === "cancelled") log.info(line);
    else log.warn(line);
  }
}

function timedOut(origin: string, timeout: number): OzError {
  const message = `${hostOf(origin)} did not answer within ${timeout / 1000} seconds: try again later.`;
  return new OzError("timeout", message, { origin });
}
