/** One HTTP exchange: all that the rest of the extension knows about HTTP. */
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
 * Sends one request and reads the whole reply. Follows no redirect, and adds nothing that is not in the request.
 * Rejects with the network's error if the reply is missing or cut off, and with the signal's reason when aborted.
 */
export type Transport = (request: HttpRequest) => Promise<HttpReply>;

/** The `code` of a transport's error for a reply that is too large. Not a class, since node-fetch is a bundle of its own. */
export const REPLY_TOO_LARGE = "ERR_REPLY_TOO_LARGE";
