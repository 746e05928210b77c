/** An HTTP request with the URL and headers that a transport sends. */
export interface HttpRequest {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

export interface HttpReply {
  readonly status: number;
  /** @param name in any case */
  header(name: string): string | undefined;
  /** The whole body. */
  readonly text: string;
}

/**
 * Sends one request and reads the whole reply. Follows no redirect, and adds no credentials.
 * Rejects with the network's error if the reply is missing or incomplete, and with the signal's reason if aborted.
 */
export type Transport = (request: HttpRequest) => Promise<HttpReply>;

/** The `code` of a transport's error for a reply that is too large. Not a class, because node-fetch is in a separate bundle. */
export const REPLY_TOO_LARGE = "ERR_REPLY_TOO_LARGE";
