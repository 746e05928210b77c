import type { Transport } from "./transport";

/** node-fetch, which is loaded with the first request: no request, no HTTP library. */
export const desktopTransport: Transport = async (request) => {
  const { nodeFetchTransport } = await import("./nodeFetch");
  return nodeFetchTransport(request);
};
