import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The attacker's server, to which nothing may ever connect. */
export interface Thief {
  readonly address: string;
  /** Every connection and every request so far, so that a failure shows what was sent. */
  readonly visits: readonly string[];
  /** Clears the visits. */
  forget(): void;
  close(): Promise<void>;
}

/** Starts one. It replies, so that a deceived client goes on. */
export async function startThief(): Promise<Thief> {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    visits.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`);
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  server.on("connection", () => visits.push("a connection"));
  // What a client sends to a proxy.
  server.on("connect", (request, socket) => {
    visits.push(`CONNECT ${request.url}`);
    socket.destroy();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    visits,
    forget: () => (visits.length = 0),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
