import { once } from "node:events";
import { connect, type AddressInfo } from "node:net";
import { createServer, type TLSSocket } from "node:tls";
import type { Certificate } from "../authority";

/** A TLS endpoint in front of a plain HTTP server. */
export interface SecureFront {
  /** On 127.0.0.1. */
  readonly port: number;
  close(): Promise<void>;
}

/** @param address of the server behind it, on this machine */
export async function startSecureFront(certificate: Certificate, address: string): Promise<SecureFront> {
  const sockets = new Set<TLSSocket>();
  const server = createServer(certificate, (client) => {
    sockets.add(client);
    const { hostname, port } = new URL(address);
    const behind = connect(Number(port), hostname);
    client.pipe(behind).pipe(client);
    behind.on("error", () => client.destroy());
    client.on("error", () => behind.destroy());
    client.once("close", () => {
      sockets.delete(client);
      behind.destroy();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, "close");
    },
  };
}
