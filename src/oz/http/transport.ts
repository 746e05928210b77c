/** One HTTP exchange, the only thing the rest of the extension knows of HTTP. */
export interface HttpRequest {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

export interface HttpReply {
  readonly status: number;
  /** @returns the value of a header, its name in any case */
  header(name: string): string | undefined;
  /** The whole body; `Transport` rejects when it was cut off. */
  readonly text: string;
}

/**
 * Sends one request and reads the whole reply. Follows no redirect, sends nothing that is not in the request.
 * Rejects with the error of the network when there is no whole reply, and with the reason of the signal when aborted.
 */
export type Transport = (request: HttpRequest) => Promise<HttpReply>;

/** The `code` of the error with which a transport gives up on a reply; node-fetch is in a file of its own, so no class. */
export const REPLY_TOO_LARGE = "ERR_REPLY_TOO_LARGE";
