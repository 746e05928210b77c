import { once } from "node:events";
import { createServer, request as send, type IncomingMessage, type ServerResponse } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import type { Duplex } from "node:stream";

/** A real HTTP proxy on this machine. */
export interface Proxy {
  readonly address: string;
  /** The requests it received, such as `CONNECT oz.example.test:443` or `GET http://127.0.0.2:8080/api`. */
  readonly asked: string[];
  /** All bytes that clients sent to it or through it, as Latin-1. */
  readonly heard: () => string;
  /** Local ports where tunnels end, by the host they are requested for, such as `oz.example.test:443`. */
  readonly tunnels: Map<string, number>;
  /** `user:password` if it requires a log-in. */
  login: string | undefined;
  close(): Promise<void>;
}

/** Starts a proxy that needs no log-in and answers 502 for tunnels it does not know. */
export async function startProxy(): Promise<Proxy> {
  const asked: string[] = [];
  const heard: Buffer[] = [];
  const sockets = new Set<Duplex>();
  const tunnels = new Map<string, number>();
  const state = { login: undefined as string | undefined };

  const isWelcome = ({ method, url, headers }: IncomingMessage): boolean => {
    asked.push(`${method} ${url}`);
    if (state.login === undefined) return true;
    return headers["proxy-authorization"] === `Basic ${Buffer.from(state.login).toString("base64")}`;
  };

  const server = createServer((request, response) => {
    if (isWelcome(request)) forward(request, response);
    else response.writeHead(407, { "proxy-authenticate": DEMAND }).end("<h1>Log in</h1>");
  });
  server.on("connect", (request, client: Duplex, head) => {
    if (!isWelcome(request)) {
      client.end(`HTTP/1.1 407 Log in\r\nProxy-Authenticate: ${DEMAND}\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const port = tunnels.get(request.url ?? "");
    if (port === undefined) {
      client.end("HTTP/1.1 502 No way\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    const tunnel = connect(port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      tunnel.write(head);
      client.pipe(tunnel).pipe(client);
    });
    keep(tunnel);
    tunnel.on("error", () => client.destroy());
    client.on("error", () => tunnel.destroy());
    client.on("close", () => tunnel.destroy());
  });
  server.on("connection", (socket: Socket) => {
    keep(socket);
    socket.on("data", (chunk: Buffer) => heard.push(chunk));
  });
  const keep = (socket: Duplex): void => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  };

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return Object.assign(state, {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    tunnels,
    heard: () => Buffer.concat(heard).toString("latin1"),
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, "close");
    },
  });
}

const DEMAND = 'Basic realm="Test"';

/** Forwards a request that has an absolute URL. */
function forward(request: IncomingMessage, response: ServerResponse): void {
  const { url = "", method, headers } = request;
  const onward = send(url, { method, headers }, (reply) => {
    response.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(response);
  });
  onward.on("error", () => response.writeHead(502).end());
  request.pipe(onward);
}
