import { globalAgent } from "node:https";
import { connect, type Socket } from "node:net";
import { connect as connectSecurely } from "node:tls";

/** What a client below HTTP has got so far. */
export interface RawReply {
  readonly socket: Socket;
  readonly bytes: () => Buffer;
  /** How the connection ended: by the server's half, or with the code of an error; undefined while it lasts. */
  readonly end: () => string | undefined;
}

/** Sends a request to an address, over TLS if it is https, and reads whatever comes. */
export function ask(address: string, path: string, method = "GET"): RawReply {
  const { hostname: host, port, protocol } = new URL(address);
  const chunks: Buffer[] = [];
  let end: string | undefined;
  const send = (): unknown =>
    socket.write(`${method} ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\nConnection: close\r\n\r\n`);
  const to = { host, port: Number(port), allowHalfOpen: true };
  const socket: Socket =
    protocol === "https:"
      ? connectSecurely({ ...to, ca: [globalAgent.options.ca ?? []].flat() }, send)
      : connect(to, send);
  socket.on("data", (chunk) => chunks.push(chunk));
  socket.on("end", () => (end ??= "end"));
  socket.on("error", (error: NodeJS.ErrnoException) => (end ??= error.code));
  return { socket, bytes: () => Buffer.concat(chunks), end: () => end };
}

/** Waits until something holds that the network brings about; gives up after a minute. */
export async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 60_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`It never held: ${holds.toString()}`);
    await new Promise(setImmediate);
  }
}

/** Lets everything happen that needs no time. */
export async function turns(count = 50): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise(setImmediate);
}

/** Asks, and waits until the connection has ended. */
export async function endOf(address: string, path = "/", method?: string): Promise<RawReply> {
  const reply = ask(address, path, method);
  await until(() => reply.end() !== undefined);
  reply.socket.destroy();
  return reply;
}

/** The parts of a reply, read without any leniency. */
export interface Parts {
  readonly status: number;
  /** Names in lower case; the values of those that are there twice are joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly head: Buffer;
  /** All that follows the headers, as it was sent. */
  readonly body: Buffer;
}

/** Asks, and waits for the whole reply, which the server must end by closing the connection. */
export async function partsOf(address: string, path?: string): Promise<Parts> {
  const all = (await endOf(address, path)).bytes();
  const end = all.indexOf("\r\n\r\n") + 4;
  const [first = "", ...lines] = all.subarray(0, end).toString("latin1").trimEnd().split("\r\n");
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const [, name = "", value = ""] = /^([^:]+): ?(.*)$/.exec(line) ?? [];
    headers[name.toLowerCase()] = [headers[name.toLowerCase()] ?? [], value].flat().join();
  }
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1]);
  return { status, headers, head: all.subarray(0, end), body: all.subarray(end) };
}
