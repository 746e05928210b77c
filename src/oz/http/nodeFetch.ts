import fetch from "node-fetch";
import { MAX_BYTES } from "../../base/limits";
import { REPLY_TOO_LARGE, type Transport } from "./transport";

/**
 * Creates a transport for the desktop. node-fetch uses `http` and `https`, which VS Code patches to apply its settings for
 * proxies and certificates.
 * @param maxBytes of an uncompressed reply; a longer one rejects with the code `REPLY_TOO_LARGE`
 */
export function createNodeFetchTransport(maxBytes: number): Transport {
  return async ({ method, url, headers, body, signal }) => {
    try {
      const reply = await fetch(url, {
        method,
        headers: {
          ...headers,
          "user-agent": "oz-inspector",
          "accept-encoding": "gzip",
          // A server may close an idle connection just as the next poll uses it, which would look like a failure.
          connection: "close",
        },
        body: body ?? null,
        signal,
        redirect: "manual",
        size: maxBytes,
      });
      const text = await reply.text().catch(describeBodyError);
      return { status: reply.status, header: (name) => reply.headers.get(name) ?? undefined, text };
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    }
  };
}

export const nodeFetchTransport = createNodeFetchTransport(MAX_BYTES);

/** Adds a code to errors about the body to which node-fetch gives none. */
function describeBodyError(error: unknown): never {
  if (!(error instanceof Error)) throw error;
  const { type, code } = error as { type?: string; code?: string };
  const fallback = type === "max-size" ? REPLY_TOO_LARGE : "ERR_STREAM_PREMATURE_CLOSE";
  throw Object.assign(error, { code: code ?? fallback });
}
