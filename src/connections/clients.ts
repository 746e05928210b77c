import type { Credentials, TokenStore } from "../oz/tokens";
import type { ClientParts, OpenClient } from "./openClient";

/** Opens a client for a server; see `openClient`. Without credentials no new log-in is possible. */
export type ClientFactory = (
  baseUrl: string,
  store: TokenStore,
  credentials?: () => Promise<Credentials | undefined>,
) => Promise<OpenClient>;

/** @returns what opens clients; their code is loaded with the first one */
export function clientFactory(parts: ClientParts): ClientFactory {
  return async (baseUrl, store, credentials = () => Promise.resolve(undefined)) => {
    const { openClient } = await import("./openClient");
    return openClient(parts, baseUrl, store, credentials);
  };
}
