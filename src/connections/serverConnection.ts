import type { OzClient } from "../oz/client";
import type { Connection } from "./connection";
import type { OpenClient } from "./openClient";

/** A server that the user signed in to. */
export class ServerConnection implements Connection {
  readonly server: string;
  private opened: Promise<OpenClient> | undefined;

  /** @param open opens the way to it; called when first needed */
  constructor(
    readonly baseUrl: string,
    private readonly open: () => Promise<OpenClient>,
  ) {
    this.server = baseUrl.replace(/^https?:\/\//, "");
  }

  async client(): Promise<OzClient> {
    return (await this.openOnce()).client;
  }

  async forget(): Promise<void> {
    await (await this.openOnce()).session.forget();
  }

  close(): void {
    // Nothing is held open between requests.
  }

  private openOnce(): Promise<OpenClient> {
    this.opened ??= this.open();
    return this.opened;
  }
}
