import type { Transport } from "./transport";

/** node-fetch, loaded with the first request: it is larger than all that runs before. */
export const lateTransport: Transport = async (request) => {
  const { nodeFetchTransport } = await import("./nodeFetch");
  return nodeFetchTransport(request);
};
