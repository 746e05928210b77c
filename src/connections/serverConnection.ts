import type { OzClient } from "../oz/api/client";
import type { ReloadedSession } from "../oz/session/session";
import type { ClientFactory, OpenClient } from "./clientFactory";
import type { Connection } from "./connection";
import type { SavedServer } from "./savedConnection";
import { savedCredentials, tokensKey, type Secrets } from "./secrets";
import { SecretTokenStore } from "./tokenStore";

/** A server that the user signed in to. */
export class ServerConnection implements Connection {
  /** Shared by all windows. */
  readonly store: SecretTokenStore;
  private opened: OpenClient | undefined;

  constructor(
    private readonly saved: SavedServer,
    private readonly secrets: Secrets,
    private readonly openClient: ClientFactory,
  ) {
    this.store = new SecretTokenStore(secrets, tokensKey(saved));
  }

  client(): Promise<OzClient> {
    return Promise.resolve(this.open().client);
  }

  reloadSession(): Promise<ReloadedSession> {
    return this.open().session.reload();
  }

  signOut(): Promise<void> {
    return this.open().session.signOut();
  }

  /** @returns the client, created at the first call. Sends nothing. */
  open(): OpenClient {
    const { saved, secrets } = this;
    this.opened ??= this.openClient(saved.baseUrl, this.store, () => savedCredentials(secrets, saved));
    return this.opened;
  }

  close(): void {
    // Nothing is held open between requests.
  }
}
