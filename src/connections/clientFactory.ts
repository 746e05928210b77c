import { randomUUID } from "node:crypto";
import type { Clock } from "../base/clock";
import type { Log } from "../base/log/log";
import type { Scrubber } from "../base/log/scrubber";
import { OzClient } from "../oz/api/client";
import { OzHttp } from "../oz/http/ozHttp";
import type { Transport } from "../oz/http/transport";
import { Session } from "../oz/session/session";
import type { PasswordStore, TokenStore } from "../oz/session/tokens";
import { windowPassword } from "./savedPassword";

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
  /** See `OzHttpOptions.timeLimit`. */
  readonly timeLimit: () => number;
}

/**
 * Opens a client for one server. Sends nothing.
 * @param baseUrl as `parseAddress` returns it
 * @param password for when only a new log-in helps. If missing, there is none
 */
export type ClientFactory = (baseUrl: string, store: TokenStore, password?: PasswordStore) => OpenClient;

/** Creates the factory of a window's clients, and explains in the log the ID that each line about a request has. */
export function clientFactory(parts: ClientParts): ClientFactory {
  parts.log.info(
    "Each request ends with its ID. The server has it in its log too if its framework, Lamb, is newer than 3.4.19.",
  );
  return (baseUrl, store, password = windowPassword(undefined)) => {
    const http = new OzHttp({ baseUrl, newRequestId: randomUUID, ...parts });
    const session = new Session({ http, store, password, log: parts.log, share: Math.random() });
    return { client: new OzClient({ http, session }), session };
  };
}
