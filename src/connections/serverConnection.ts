import type { OzClient } from "../oz/client";
import type { Reread } from "../oz/session";
import type { ClientFactory } from "./clients";
import type { Connection } from "./connection";
import type { OpenClient } from "./openClient";
import type { SavedServer } from "./savedConnection";
import { keptCredentials, tokensKey, type Secrets } from "./secrets";
import { SecretTokenStore } from "./tokenStore";

/** A server that the user signed in to. */
export class ServerConnection implements Connection {
  /** Keeps the tokens, here and for the other windows. */
  readonly store: SecretTokenStore;
  private opened: Promise<OpenClient> | undefined;

  constructor(
    private readonly saved: SavedServer,
    private readonly secrets: Secrets,
    private readonly openClient: ClientFactory,
  ) {
    this.store = new SecretTokenStore(secrets, tokensKey(saved));
  }

  async client(): Promise<OzClient> {
    return (await this.open()).client;
  }

  async reread(): Promise<Reread> {
    return (await this.open()).session.reread();
  }

  async forget(): Promise<void> {
    await (await this.open()).session.forget();
  }

  /** Opens the way when first asked. Sends nothing. */
  open(): Promise<OpenClient> {
    const { saved, secrets } = this;
    this.opened ??= this.openClient(saved.baseUrl, this.store, () => keptCredentials(secrets, saved));
    return this.opened;
  }

  close(): void {
    // Nothing is held open between requests.
  }
}
