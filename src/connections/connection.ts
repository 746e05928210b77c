import type { OzClient } from "../oz/api/client";
import type { ReloadedSession } from "../oz/session/session";

/** An open connection to a server. */
export interface Connection {
  /** @returns the client, created at the first call; rejects with an `OzError` */
  client(): Promise<OzClient>;
  /** Epoch milliseconds by the server's clock, see `ServerClock`; undefined before there is a client. */
  serverNow(): number | undefined;
  /** Reloads the saved session. Call it when this or another window may have changed it. */
  reloadSession(): Promise<ReloadedSession>;
  /** Lets the next request try a refused session at once, because the user asks for it. */
  tryAgain(): void;
  /** Signs out in all windows. */
  signOut(): Promise<void>;
  /** Releases what it holds in this window. */
  close(): void;
}
