/** A request as it came in. Neither headers nor body: they hold passwords and tokens. */
export interface ReceivedRequest {
  readonly method: string;
  /** For example `/api/folders/`. */
  readonly path: string;
  /** As it was written, without its question mark; empty for none. */
  readonly query: string;
}

/** @returns what to keep of a request */
export function received({ method, url }: Pick<Request, "method" | "url">): ReceivedRequest {
  const { pathname, search } = new URL(url);
  return { method, path: pathname, query: search.slice(1) };
}
