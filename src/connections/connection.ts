import type { OzClient } from "../oz/api/client";
import type { ReloadedSession } from "../oz/session/session";

/** An open connection to a server. */
export interface Connection {
  /** @returns the client, created at the first call; rejects with an `OzError` */
  client(): Promise<OzClient>;
  /** Reloads the saved session. Call it when this or another window may have changed it. */
  reloadSession(): Promise<ReloadedSession>;
  /** Signs out in all windows. */
  signOut(): Promise<void>;
  /** Releases what it holds in this window. */
  close(): void;
}
