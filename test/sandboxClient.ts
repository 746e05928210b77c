import { clientFactory } from "../src/connections/clientFactory";
import { windowTokenStore } from "../src/connections/tokenStore";
import { Scrubber } from "../src/base/log/scrubber";
import type { OzClient } from "../src/oz/api/client";
import { systemClock, type Clock } from "../src/base/clock";
import { nodeFetchTransport } from "../src/oz/http/nodeFetch";
import type { Transport } from "../src/oz/http/transport";
import { SANDBOX_ACCOUNT } from "../src/sandbox/account";

const silent = (): undefined => undefined;
const quiet = { debug: silent, info: silent, warn: silent, error: silent };

/** A client of a sandbox that signs in by itself and logs nothing; with the real clock and transport unless told. */
export function sandboxClient(
  address: string,
  clock: Clock = systemClock,
  transport: Transport = nodeFetchTransport,
): OzClient {
  const open = clientFactory({ transport, clock, log: quiet, scrubber: new Scrubber() });
  return open(address, windowTokenStore(), () => Promise.resolve(SANDBOX_ACCOUNT)).client;
}
