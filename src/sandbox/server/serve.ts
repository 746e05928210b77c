import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { HOST } from "./listen";

/** Hands one request of Node's server to what answers in terms of the web, and its answer back. */
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
    // Whoever asked has gone, or asked for what is no request: there is nothing to say to either.
    outgoing.destroy();
  }
}
