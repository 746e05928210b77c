import { request as send, type IncomingHttpHeaders } from "node:http";
import type { Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import type { Clock } from "../../../src/base/clock";
import { bytesOf, type Reply } from "./reply";

/** A request that reached the front. */
export interface PassedRequest {
  /** 1 for the first one. */
  readonly number: number;
  readonly method: string;
  /** Without the query: `/api/folders/`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** As received, names in lower case. */
  readonly headers: IncomingHttpHeaders;
  /** When it came: milliseconds of the front's clock, see `Clock.elapsed`. */
  readonly at: number;
  /** Whether the client closed the connection before the reply had ended. */
  readonly leftEarly: boolean;
}

/** What an exchange is about. */
export interface ExchangeOptions {
  readonly request: { -readonly [Key in keyof PassedRequest]: PassedRequest[Key] };
  readonly body: Buffer;
  /** The connection as HTTP sees it: with TLS, inside of it. */
  readonly inner: Socket;
  /** The connection as TCP sees it. */
  readonly outer: Socket;
  /** The address of the server behind the front. */
  readonly target: string;
  readonly clock: Clock;
}

/** One request that waits for its reply, and the connection on which nothing was sent yet. */
export class Exchange {
  private isOver = false;

  constructor(private readonly options: ExchangeOptions) {
    const leave = (): void => {
      if (!this.isOver) options.request.leftEarly = true;
    };
    options.outer.once("end", leave).once("close", leave);
  }

  get request(): PassedRequest {
    return this.options.request;
  }

  get clock(): Clock {
    return this.options.clock;
  }

  /** Whether the client can still be sent anything. */
  get isOpen(): boolean {
    return !this.isOver && this.options.inner.writable && !this.request.leftEarly;
  }

  /**
   * Asks the server behind the front, uncompressed. Stops when the client leaves; if that server is away, the connection
   * to the client breaks too.
   * @param query instead of the client's own
   */
  async upstream(query = this.request.query): Promise<Reply> {
    const { target, body, inner } = this.options;
    const { method, path, headers } = this.request;
    const asked = query.size > 0 ? `${target}${path}?${query.toString()}` : `${target}${path}`;
    const passed = without(headers, ["host", "accept-encoding"]);
    return new Promise((resolve, reject) => {
      const onward = send(asked, { method, headers: passed, agent: false }, (reply) => {
        const all = without(reply.headers, ["connection", "transfer-encoding"]);
        buffer(reply).then(
          (bytes) => resolve({ status: reply.statusCode ?? 502, headers: all, body: bytes }),
          reject,
        );
      });
      inner.once("close", () => onward.destroy());
      onward.on("error", (error) => {
        this.reset();
        reject(error);
      });
      onward.end(body);
    });
  }

  /** Sends a whole reply and ends the connection. */
  send(reply: Reply): void {
    this.options.inner.end(bytesOf(reply), () => (this.isOver = true));
  }

  /** Sends bytes as they are. Resolves when the client has had turns to read them, or has left. */
  async write(bytes: Buffer | string): Promise<void> {
    const { inner } = this.options;
    await new Promise<void>((resolve) => {
      inner.once("close", resolve);
      inner.write(bytes, () => {
        inner.removeListener("close", resolve);
        resolve();
      });
    });
    for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
  }

  /** Lets the connection last when the client ends its half: otherwise HTTP ends this one too. */
  keepOpen(): void {
    const { inner } = this.options;
    inner.end = () => inner;
  }

  /** Ends this half of the connection: all that is to come has been sent. */
  end(): void {
    this.options.inner.end(() => (this.isOver = true));
  }

  /** Breaks the connection off, so that the client gets ECONNRESET. */
  reset(): void {
    this.isOver = true;
    this.options.outer.resetAndDestroy();
  }
}

function without(headers: IncomingHttpHeaders, names: readonly string[]): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !names.includes(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}
