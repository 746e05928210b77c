import { MAX_BYTES } from "../../base/limits";
import { loadOwnFile } from "./ownFile";
import type { Transport } from "./transport";

/**
 * Creates the transport that sends requests with node-fetch, loaded with the first one because many windows never send
 * any. In its own file, as `nodeFetch` imports `transport`.
 * @param isPatched see `createNodeFetchTransport`
 */
export function desktopTransport(isPatched: () => boolean): Transport {
  return async (request) => {
    const { createNodeFetchTransport } = await loadOwnFile(() => import("./nodeFetch"));
    return createNodeFetchTransport(MAX_BYTES, isPatched)(request);
  };
}
