import type { Transport } from "./transport";

/** node-fetch, loaded with the first request: many windows never send one. A file of its own, or imports would circle. */
export const desktopTransport: Transport = async (request) => {
  const { nodeFetchTransport } = await import("./nodeFetch");
  return nodeFetchTransport(request);
};
