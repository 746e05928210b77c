import type { OzClient } from "../oz/api/client";
import type { Reread } from "../oz/session/session";

/** The way to a server while this window is connected to it. */
export interface Connection {
  /** Opens the way when first asked; rejects with an `OzError`. */
  client(): Promise<OzClient>;
  /**
   * To be called when secrets may have changed, by this window or by another.
   * @returns whether somebody is signed in, and whether that is another session than before
   */
  reread(): Promise<Reread>;
  /** Signs out in all windows. */
  forget(): Promise<void>;
  /** Ends what it holds open in this window. */
  close(): void;
}
