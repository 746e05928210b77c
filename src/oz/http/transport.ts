/** An HTTP request with the URL and headers that a transport sends. */
export interface HttpRequest {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

/** What comes before the body of a reply. */
export interface ReplyHead {
  readonly status: number;
  /**
   * @param name in any case
   * @returns several lines of one name as a list with commas; undefined for a header that can have only one value, if its
   * lines differ
   */
  header(name: string): string | undefined;
}

/** A reply whose body may still be on its way, and may never be read. */
export interface IncomingReply extends ReplyHead {
  /** Reads the whole body. Rejects as a transport does. */
  readText(): Promise<string>;
}

/** A reply that was read. */
export interface HttpReply extends ReplyHead {
  /** The whole body; "" if it was lost. */
  readonly text: string;
  /** Whether the body could not be read: then the status is none of a success. */
  readonly isBodyLost?: boolean;
}

/**
 * Sends one request. Follows no redirect, and adds no credentials.
 * Rejects with the network's error if the reply is missing or incomplete, and with the signal's reason if aborted.
 */
export type Transport = (request: HttpRequest) => Promise<IncomingReply>;

/** The `code` of a transport's error for a reply that is too large. Not a class, because node-fetch is in a separate bundle. */
export const REPLY_TOO_LARGE = "ERR_REPLY_TOO_LARGE";
