import type { OzClient } from "../oz/api/client";
import type { ReloadedSession } from "../oz/session/session";
import type { ClientFactory, OpenClient } from "./clientFactory";
import type { Connection } from "./connection";
import type { SavedServer } from "./savedConnection";
import { SavedPassword } from "./savedPassword";
import { tokensKey, type Secrets } from "./secrets";
import { SecretTokenStore } from "./tokenStore";

/** A server that the user signed in to. */
export class ServerConnection implements Connection {
  /** Shared by all windows. */
  readonly store: SecretTokenStore;
  readonly password: SavedPassword;
  private opened: OpenClient | undefined;

  constructor(
    private readonly saved: SavedServer,
    secrets: Secrets,
    private readonly openClient: ClientFactory,
  ) {
    this.store = new SecretTokenStore(secrets, tokensKey(saved));
    this.password = new SavedPassword(secrets, saved);
  }

  client(): Promise<OzClient> {
    return new Promise((resolve) => resolve(this.open().client));
  }

  serverNow(): number | undefined {
    return this.opened?.client.serverNow();
  }

  async reloadSession(): Promise<ReloadedSession> {
    if (this.opened) return this.opened.session.reload();
    const signedIn = (await this.store.load()) !== undefined;
    return { signedIn, changed: signedIn };
  }

  tryAgain(): void {
    this.opened?.session.tryAgain();
  }

  async signOut(): Promise<void> {
    await (this.opened ? this.opened.session.signOut() : this.store.save(undefined));
  }

  /**
   * @returns the client, created at the first call. Sends nothing
   * @throws OzError "invalidAddress"
   */
  open(): OpenClient {
    this.opened ??= this.openClient(this.saved.baseUrl, this.store, this.password);
    return this.opened;
  }

  close(): void {
    // Nothing is held open between requests.
  }
}
