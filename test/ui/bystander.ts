import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A web server that is not an Oz API. */
export interface Bystander {
  readonly address: string;
  /** The requested paths. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** @param host an address of this machine */
export async function startBystander(host: string): Promise<Bystander> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(404, { connection: "close" }).end("<h1>Not Found</h1>");
  });
  server.listen(0, host);
  await once(server, "listening");
  return {
    address: `http://${host}:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
