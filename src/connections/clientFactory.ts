import { randomUUID } from "node:crypto";
import type { Clock } from "../base/clock";
import type { Log } from "../base/log/log";
import type { Scrubber } from "../base/log/scrubber";
import { OzClient } from "../oz/api/client";
import { OzHttp } from "../oz/http/ozHttp";
import type { Transport } from "../oz/http/transport";
import { Session } from "../oz/session/session";
import type { Credentials, TokenStore } from "../oz/session/tokens";

/** A client and the session that it uses. */
export interface OpenClient {
  readonly client: OzClient;
  readonly session: Session;
}

/** What all clients share. */
export interface ClientParts {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly log: Log;
  readonly scrubber: Scrubber;
}

/**
 * Opens a client for one server. Sends nothing.
 * @param baseUrl as `parseAddress` returns it
 * @param credentials called when only a new log-in helps; must not ask the user. If missing, there is no log-in
 */
export type ClientFactory = (
  baseUrl: string,
  store: TokenStore,
  credentials?: () => Promise<Credentials | undefined>,
) => OpenClient;

export function clientFactory(parts: ClientParts): ClientFactory {
  return (baseUrl, store, credentials = () => Promise.resolve(undefined)) => {
    const http = new OzHttp({ baseUrl, newRequestId: randomUUID, ...parts });
    const session = new Session({ http, store, credentials, log: parts.log, share: Math.random() });
    return { client: new OzClient({ http, session }), session };
  };
}
