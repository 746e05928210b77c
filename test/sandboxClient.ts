import { systemClock, type Clock } from "../src/base/clock";
import { Scrubber } from "../src/base/log/scrubber";
import { clientFactory } from "../src/connections/clientFactory";
import { windowPassword } from "../src/connections/savedPassword";
import { windowTokenStore } from "../src/connections/tokenStore";
import type { OzClient } from "../src/oz/api/client";
import { nodeFetchTransport } from "../src/oz/http/nodeFetch";
import type { Transport } from "../src/oz/http/transport";
import type { OzFolder } from "../src/oz/model/folder";
import { SANDBOX_ACCOUNT } from "../src/sandbox/account";

const silent = (): undefined => undefined;
const quiet = { debug: silent, info: silent, warn: silent, error: silent };

/** A client of a sandbox that signs in on demand and logs nothing; uses the real clock and transport by default. */
export function sandboxClient(
  address: string,
  clock: Clock = systemClock,
  transport: Transport = nodeFetchTransport,
): OzClient {
  const open = clientFactory({
    transport,
    clock,
    log: quiet,
    scrubber: new Scrubber(),
    timeLimit: () => 30_000,
  });
  return open(address, windowTokenStore(), windowPassword(SANDBOX_ACCOUNT)).client;
}

/** The newest folders of a sandbox, up to 5,000, which is more than one page. */
export async function newestFolders(client: OzClient): Promise<OzFolder[]> {
  const all: OzFolder[] = [];
  while (all.length < 5000) {
    const { folders, isLast } = await client.listFolders({ offset: all.length, limit: 500 });
    all.push(...folders);
    if (isLast) break;
  }
  return all;
}
