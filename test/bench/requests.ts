// Counts real requests to a sandbox over minutes of a fast clock, which the sandbox shares.
import { nodeFetchTransport } from "../../src/oz/http/nodeFetch";
import { startSandbox } from "../../src/sandbox/start";
import { hasEnded } from "../../src/status/effectiveStatus";
import { FastClock } from "./fastClock";
import { openFolders, type Screen } from "./openFolders";
import { report } from "./report";
import { judged, NO_AIM, rounded, type Row } from "./row";

const MINUTE = 60_000;

interface Case extends Screen {
  readonly watched: number;
  /** Whether the watched folders have ended; otherwise they never end. */
  readonly ended?: boolean;
  /** Minutes, of which the first is counted separately. */
  readonly minutes: number;
}

interface Count {
  readonly first: number;
  /** Requests per minute after the first minute. */
  readonly later: number;
}

const hidden = { list: false, focused: true, minutes: 6 };
const shown = { ...hidden, list: true };
const unfocused = { ...hidden, focused: false };

async function count({ watched, ended, minutes, list, focused }: Case, latency: number): Promise<Count> {
  const clock = new FastClock();
  const sandbox = await startSandbox({ folders: 10_000, clock, recordRequests: true });
  const transport = clock.pausingFor(nodeFetchTransport, latency);
  const { client, folders, poller, screen } = openFolders(sandbox.address, clock, transport);
  const asked = async (minute: number): Promise<number> => {
    const before = sandbox.requests.length;
    await clock.pass(minute * MINUTE);
    return sandbox.requests.length - before;
  };

  const page = client.listFolders({ offset: 0, limit: 500 });
  await clock.pass(2 * latency + 100);
  const newest = (await page).folders
    .filter(({ resolution }) => !ended || hasEnded(resolution))
    .slice(0, watched);
  if (!ended) for (const { id } of newest) sandbox.analyseAgain(id, "PROCESSING");
  // Folders have been visible before they are watched.
  screen.list = true;
  poller.update();
  await clock.pass(1000);
  for (const { id } of newest) folders.watches.start(id);
  Object.assign(screen, { list, focused });
  poller.update();

  const first = await asked(1);
  const later = (await asked(minutes - 1)) / (minutes - 1);
  poller.dispose();
  await sandbox.close();
  return { first, later };
}

async function measure(latency: number): Promise<readonly Row[]> {
  const row = (what: string, { first, later }: Count, judgement: Pick<Row, "aim" | "met"> = NO_AIM): Row => ({
    "latency ms": latency,
    what,
    "1st minute": first,
    "per minute, later": rounded(later, 2),
    ...judgement,
  });
  const idle = await count({ ...hidden, watched: 0, minutes: 60 }, latency);
  const one = await count({ ...hidden, watched: 1 }, latency);
  const ten = await count({ ...hidden, watched: 10 }, latency);
  const many = await count({ ...hidden, watched: 100 }, latency);
  const isFew = many.first <= 3 * ten.first && many.later <= 3 * ten.later;
  return [
    row("hidden, nothing watched, an hour", idle, judged("0 in the hour", idle.first + idle.later === 0)),
    row("hidden, 1 running", one),
    row("hidden, 10 running", ten),
    row("hidden, 100 running", many, judged("≤ 3 × those of 10", isFew)),
    row("hidden, 100 ended", await count({ ...hidden, watched: 100, ended: true }, latency)),
    row("hidden, 1 running, no focus", await count({ ...unfocused, watched: 1 }, latency)),
    row("hidden, 10 running, no focus", await count({ ...unfocused, watched: 10 }, latency)),
    row("hidden, 100 running, no focus", await count({ ...unfocused, watched: 100 }, latency)),
    row("shown, nothing watched", await count({ ...shown, watched: 0 }, latency)),
    row("shown, 100 running", await count({ ...shown, watched: 100 }, latency)),
    row("shown, nothing watched, no focus", await count({ ...unfocused, list: true, watched: 0 }, latency)),
  ];
}

void report(async () => [...(await measure(0)), ...(await measure(100))]);
