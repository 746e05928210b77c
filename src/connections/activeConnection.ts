import type { OzClient } from "../oz/api/client";
import { OzError } from "../oz/http/ozError";
import type { Connection } from "./connection";
import type { ConnectionList } from "./connectionList";
import type { SavedConnection } from "./savedConnection";
import { tokensKey } from "./secrets";

/** The connection that this window shows. */
export interface CurrentConnection {
  readonly saved: SavedConnection;
  /** Whether the user is signed in. Stays true if the session expires: requests then fail with "signInNeeded". */
  readonly signedIn: boolean;
}

/** Opens the connection that this window shows, and follows what other windows do to it. */
export class ActiveConnection {
  private state: CurrentConnection | undefined;
  private connection: Connection | undefined;

  /**
   * Shows the connection that this window showed last. Sends nothing.
   * @param open opens a connection; sends nothing
   */
  constructor(
    private readonly list: ConnectionList,
    private readonly open: (saved: SavedConnection) => Connection,
  ) {
    const { active } = list;
    this.show(active, active && open(active));
  }

  get current(): CurrentConnection | undefined {
    return this.state;
  }

  /** See `Connection.serverNow`. */
  serverNow(): number | undefined {
    return this.connection?.serverNow();
  }

  isShowing(id: string): boolean {
    return this.state?.saved.id === id;
  }

  /** Rejects with an `OzError`. */
  client(): Promise<OzClient> {
    if (this.connection && this.state?.signedIn) return this.connection.client();
    return Promise.reject(new OzError("cancelled", "There is no server to ask.", { origin: "" }));
  }

  /** See `Connection.tryAgain`. */
  tryAgain(): void {
    this.connection?.tryAgain();
  }

  /**
   * Shows another connection, or the same one with another session, at once: what uses it must learn of it in the same turn.
   * That it is not remembered must not matter.
   * @param saved undefined: shows none
   * @param connection opened if missing
   */
  switchTo(saved: SavedConnection | undefined, connection = saved && this.open(saved)): void {
    this.connection?.close();
    this.show(saved, connection);
    this.list.activate(saved?.id);
  }

  /** Signs out in all windows: in this one at once, even if the secret storage fails. */
  async signOut(): Promise<void> {
    if (this.state) this.state = { ...this.state, signedIn: false };
    await this.connection?.signOut();
  }

  /**
   * Reloads the saved session. Call it when this or another window has changed tokens.
   * @param key of the changed tokens
   * @returns whether something to show has changed; true if the tokens belong to another connection
   */
  async reloadSession(key: string): Promise<boolean> {
    const { state, connection } = this;
    if (!connection || state?.saved.kind !== "server" || tokensKey(state.saved) !== key) return true;
    const { signedIn, changed } = await connection.reloadSession();
    if (connection !== this.connection || (!changed && signedIn === this.state?.signedIn)) return false;
    this.state = { saved: state.saved, signedIn };
    return true;
  }

  /**
   * Reloads the connection from the list: other windows may have renamed or removed it.
   * @returns whether something to show has changed
   */
  catchUp(): boolean {
    if (!this.state) return false;
    const { id, name, mark } = this.state.saved;
    const saved = this.list.get(id);
    if (!saved) this.switchTo(undefined);
    else if (saved.name === name && saved.mark === mark) return false;
    else this.state = { ...this.state, saved: this.list.named(this.state.saved) };
    return true;
  }

  dispose(): void {
    this.connection?.close();
  }

  private show(saved: SavedConnection | undefined, connection: Connection | undefined): void {
    this.connection = connection;
    this.state = saved && { saved, signedIn: saved.kind === "sandbox" || saved.signedIn };
  }
}
