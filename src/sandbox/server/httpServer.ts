import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";

/** Loopback: only this machine can reach it. */
export const HOST = "127.0.0.1";

/**
 * Listens on loopback.
 * @param port 0 for any free port
 * @throws Error with one sentence if the port is taken, not allowed or out of range
 */
export async function listen(server: Server, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, HOST, resolve);
    });
  } catch (error) {
    throw new Error(explain(error as NodeJS.ErrnoException, port), { cause: error });
  }
}

function explain(error: NodeJS.ErrnoException, port: number): string {
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${port} is already in use. Choose another one, or 0 for any free port.`;
    case "EACCES":
      return `You are not allowed to use port ${port}. Choose one above 1023, or 0 for any free port.`;
    case "ERR_SOCKET_BAD_PORT":
      return `${port} is not a port. Choose a whole number from 0 to 65535.`;
    default:
      return `The sandbox could not listen on port ${port}: ${error.message}.`;
  }
}

/** Stops a server at once, without waiting for pending replies. Can be called again. */
export async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Converts a request of Node's server to a web `Request`, and sends the answer. */
export async function serve(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: (request: Request) => Promise<Response>,
): Promise<void> {
  try {
    const body = await buffer(incoming);
    const request = new Request(`http://${HOST}${incoming.url ?? "/"}`, {
      method: incoming.method,
      headers: Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
        values.map((value): [string, string] => [name, value]),
      ),
      ...(body.length > 0 ? { body } : {}),
    });
    const response = await answer(request);
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  } catch {
    // The client has disconnected or sent an invalid request.
    outgoing.destroy();
  }
}
