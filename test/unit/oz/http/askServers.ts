// A process of its own, because Node reads NODE_EXTRA_CA_CERTS only when it starts: asks the servers whose addresses
// are its arguments, as the extension does, and writes what came of it.
import { OzError } from "../../../../src/oz/http/ozError";
import { clientOf } from "../support";

/** The status of a reply, or what an OzError says. */
export interface Outcome {
  readonly status?: number;
  readonly reason?: string;
  readonly message?: string;
}

/** Asks one server, with a token. */
export async function ask(address: string): Promise<Outcome> {
  const { http } = clientOf(address);
  try {
    const { status } = await http.send({ method: "GET", path: "/api/version", accessToken: "access-1" });
    return { status };
  } catch (error) {
    if (!(error instanceof OzError)) throw error;
    return { reason: error.reason, message: error.message };
  }
}

async function main(addresses: readonly string[]): Promise<void> {
  console.log(JSON.stringify(await Promise.all(addresses.map(ask))));
}

if (process.argv[1] === import.meta.filename) void main(process.argv.slice(2));
