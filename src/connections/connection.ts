import type { OzClient } from "../oz/client";

/** A server that the user is connected to. */
export interface Connection {
  /** What tells it from other servers: host and path prefix, without scheme. */
  readonly server: string;
  /** Where it is, for showing and for typing again; undefined for our own sandbox. */
  readonly baseUrl: string | undefined;
  /** Opens the way to the server when first asked; rejects with an `OzError`. */
  client(): Promise<OzClient>;
  /** Ends it for good: the tokens are dropped. */
  forget(): Promise<void>;
  /** Ends what it holds open in this window. */
  close(): void;
}
