import type { Transport } from "./transport";

/**
 * Sends requests with node-fetch, loaded with the first one because many windows never send any. In its own file, as
 * `nodeFetch` imports `transport`.
 */
export const desktopTransport: Transport = async (request) => {
  const { nodeFetchTransport } = await import("./nodeFetch");
  return nodeFetchTransport(request);
};
