import type { Log } from "../log/log";
import { OzClient } from "../oz/client";
import type { Clock } from "../oz/clock";
import { Session } from "../oz/session";
import type { Credentials, TokenStore } from "../oz/tokens";
import type { Transport } from "../oz/transport";
import { Wire } from "../oz/wire";

/** A client and the session that it uses. */
export interface OpenClient {
  readonly client: OzClient;
  readonly session: Session;
}

/**
 * @param credentials asked when only a new log-in is left; must not ask the user
 * @returns what opens a client for a server, given what all clients share
 */
export function clientFactory(shared: {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly log: Log;
}) {
  return (
    baseUrl: string,
    store: TokenStore,
    credentials: () => Promise<Credentials | undefined> = () => Promise.resolve(undefined),
  ): OpenClient => {
    const wire = new Wire({ baseUrl, ...shared });
    const session = new Session({ wire, store, credentials, log: shared.log });
    return { client: new OzClient({ wire, session }), session };
  };
}

export type ClientFactory = ReturnType<typeof clientFactory>;
