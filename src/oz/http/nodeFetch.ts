import { isUtf8 } from "node:buffer";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent, globalAgent } from "node:https";
import { promisify } from "node:util";
import { constants, gunzip } from "node:zlib";
import fetch, { type Headers, type Response } from "node-fetch";
import { MAX_BYTES } from "../../base/limits";
import { isGzip } from "./lostBody";
import { REPLY_TOO_LARGE, type Transport } from "./transport";

/**
 * Creates a transport for the desktop. node-fetch uses `http` and `https`, which VS Code patches to apply its settings for
 * proxies and certificates. Node's own `fetch` does not use them: most tests of `test/ui/proxy` fail with it.
 * @param maxBytes of an uncompressed reply; a longer one rejects with the code `REPLY_TOO_LARGE`
 * @param isPatched whether VS Code chooses the connection of a request now
 */
export function createNodeFetchTransport(
  maxBytes: number,
  isPatched: () => boolean = () => false,
): Transport {
  return async ({ method, url, headers, body, signal }) => {
    const orReason = (error: unknown): never => {
      throw signal.aborted ? signal.reason : error;
    };
    const reply = await fetch(url, {
      method,
      headers: {
        ...headers,
        "user-agent": "oz-inspector",
        "accept-encoding": "gzip",
        connection: "close",
      },
      body: body ?? null,
      signal,
      redirect: "manual",
      size: maxBytes,
      // See `readText`.
      compress: false,
      // With `http.proxySupport` on, VS Code leaves the proxy out if a request has an agent of its own.
      ...(isPatched() ? {} : { agent: agentFor }),
    }).catch(orReason);
    return {
      status: reply.status,
      header: (name) => headerOf(reply.headers, name),
      readText: () => readText(reply, maxBytes).catch(describeBodyError).catch(orReason),
    };
  };
}

export const nodeFetchTransport = createNodeFetchTransport(MAX_BYTES);

/**
 * @returns Node's agent without its idle connections: a server may close one just as the next poll uses it, which would
 * look like a failure. The header `Connection: close` does not bind a server, and Node keeps what the server does not close.
 */
function agentFor({ protocol }: URL): HttpAgent {
  return protocol === "https:"
    ? new HttpsAgent({ ...globalAgent.options, keepAlive: false })
    : new HttpAgent({ keepAlive: false });
}

/** Headers that have one value: of several that differ, none is known to be right. */
const SINGLE: ReadonlySet<string> = new Set(["location", "date", "content-type"]);

/** As `ReplyHead.header`. */
function headerOf(headers: Headers, name: string): string | undefined {
  const lines = [...new Set(headers.raw()[name.toLowerCase()])];
  return lines.length === 0 || (lines.length > 1 && SINGLE.has(name.toLowerCase()))
    ? undefined
    : lines.join(", ");
}

const unpack = promisify(gunzip);

/**
 * Reads the whole body and only then unpacks it. When a connection closes, node-fetch guesses from the last bytes on it
 * whether a chunked reply is complete, and breaks off what is still being unpacked if they arrived in unusual pieces. A
 * body that was read is complete: Node itself rejects one that is cut off.
 */
async function readText(reply: Response, maxBytes: number): Promise<string> {
  const bytes = Buffer.from(await reply.arrayBuffer());
  const isPacked = isGzip(headerOf(reply.headers, "content-encoding") ?? "");
  const decode = (all: Buffer): string => decodeText(all, headerOf(reply.headers, "content-type") ?? "");
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
