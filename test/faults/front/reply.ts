import { STATUS_CODES, type OutgoingHttpHeaders } from "node:http";

/** A whole HTTP reply. */
export interface Reply {
  readonly status: number;
  /** Names in lower case; a name with a capital adds another line. `content-length` and `connection` are added when it is sent. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** @returns a reply with JSON, as the sandbox sends it */
export function jsonReply(status: number, json: unknown, headers: Reply["headers"] = {}): Reply {
  const body = Buffer.from(JSON.stringify(json));
  return { status, headers: { "content-type": "application/json", ...headers }, body };
}

/** @returns a reply with a web page, as a proxy sends it */
export function pageReply(status: number, html: string, headers: Reply["headers"] = {}): Reply {
  return { status, headers: { "content-type": "text/html", ...headers }, body: Buffer.from(html) };
}

/** @returns the status line and the headers, with the empty line that ends them */
function headOf(status: number, headers: OutgoingHttpHeaders): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
  return Buffer.from(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? "Unknown"}\r\n${lines.join("")}\r\n`);
}

/** @returns a reply as it is sent; the server closes the connection after it */
export function bytesOf({ status, headers, body }: Reply): Buffer {
  const all = { ...headers, connection: "close", "content-length": body.length };
  return Buffer.concat([headOf(status, all), body]);
}
