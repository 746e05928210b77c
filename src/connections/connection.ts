import type { OzClient } from "../oz/api/client";
import type { Reread } from "../oz/session/session";

/** An open connection to a server. */
export interface Connection {
  /** Creates the client at the first call; rejects with an `OzError`. */
  client(): Promise<OzClient>;
  /**
   * Must be called when this window or another may have changed the secrets.
   * @returns whether somebody is signed in, and whether the session is another one
   */
  reread(): Promise<Reread>;
  /** Signs out in all windows. */
  forget(): Promise<void>;
  /** Releases what it holds in this window. */
  close(): void;
}
