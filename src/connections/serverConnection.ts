import type { OzClient } from "../oz/client";
import type { OpenClient } from "./clients";
import type { Connection } from "./connection";

/** A server that the user signed in to. */
export class ServerConnection implements Connection {
  readonly server: string;

  constructor(
    readonly baseUrl: string,
    private readonly opened: OpenClient,
  ) {
    this.server = baseUrl.replace(/^https?:\/\//, "");
  }

  client(): Promise<OzClient> {
    return Promise.resolve(this.opened.client);
  }

  forget(): Promise<void> {
    return this.opened.session.forget();
  }

  close(): void {
    // Nothing is held open between requests.
  }
}
