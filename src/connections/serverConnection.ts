import type { OzClient } from "../oz/api/client";
import type { Reread } from "../oz/session/session";
import type { ClientFactory, OpenClient } from "./clientFactory";
import type { Connection } from "./connection";
import type { SavedServer } from "./savedConnection";
import { keptCredentials, tokensKey, type Secrets } from "./secrets";
import { SecretTokenStore } from "./tokenStore";

/** A server that the user signed in to. */
export class ServerConnection implements Connection {
  /** Shared with the other windows. */
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

  reread(): Promise<Reread> {
    return this.open().session.reread();
  }

  forget(): Promise<void> {
    return this.open().session.forget();
  }

  /** Creates the client at the first call. Sends nothing. */
  open(): OpenClient {
    const { saved, secrets } = this;
    this.opened ??= this.openClient(saved.baseUrl, this.store, () => keptCredentials(secrets, saved));
    return this.opened;
  }

  close(): void {
    // Nothing is held open between requests.
  }
}
