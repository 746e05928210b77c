import { isUtf8 } from "node:buffer";
import { promisify } from "node:util";
import { constants, gunzip } from "node:zlib";
import fetch, { type Response } from "node-fetch";
import { MAX_BYTES } from "../../base/limits";
import { REPLY_TOO_LARGE, type Transport } from "./transport";

/**
 * Creates a transport for the desktop. node-fetch uses `http` and `https`, which VS Code patches to apply its settings for
 * proxies and certificates. Node's own `fetch` does not use them: most tests of `test/ui/proxy` fail with it.
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
        // See `readText`.
        compress: false,
      });
      const text = await readText(reply, maxBytes).catch(describeBodyError);
      return { status: reply.status, header: (name) => reply.headers.get(name) ?? undefined, text };
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    }
  };
}

export const nodeFetchTransport = createNodeFetchTransport(MAX_BYTES);

const unpack = promisify(gunzip);

/**
 * Reads the whole body and only then unpacks it. When a connection closes, node-fetch guesses from the last bytes on it
 * whether a chunked reply is complete, and breaks off what is still being unpacked if they arrived in unusual pieces. A
 * body that was read is complete: Node itself rejects one that is cut off.
 */
async function readText(reply: Response, maxBytes: number): Promise<string> {
  const bytes = Buffer.from(await reply.arrayBuffer());
  const isPacked = /^(x-)?gzip$/i.test(reply.headers.get("content-encoding") ?? "");
  const decode = (all: Buffer): string => decodeText(all, reply.headers.get("content-type") ?? "");
  if (!isPacked) return decode(bytes);
  // As curl does: some servers leave out the end of the gzip format, and most pack an empty body to nothing.
  const finishFlush = constants.Z_SYNC_FLUSH;
  return decode(await unpack(bytes, { finishFlush, maxOutputLength: maxBytes }));
}

/**
 * Decodes what is UTF-8 as such, whatever its type says: JSON has no other encoding. Anything else is decoded as its type
 * says; where that names no encoding, or an unknown one, bytes that are not UTF-8 become U+FFFD.
 */
function decodeText(bytes: Buffer, type: string): string {
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  const name = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(type)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(name).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** Adds a code to errors about the body to which node-fetch gives none, and the one that a transport has for its size. */
function describeBodyError(error: unknown): never {
  if (!(error instanceof Error)) throw error;
  const { type, code } = error as { type?: string; code?: string };
  const isTooLarge = type === "max-size" || code === "ERR_BUFFER_TOO_LARGE";
  throw Object.assign(error, { code: isTooLarge ? REPLY_TOO_LARGE : (code ?? "ERR_STREAM_PREMATURE_CLOSE") });
}
