// Counts real requests to a sandbox over minutes of a fast clock, which the sandbox shares.
import type { FolderFilter } from "../../src/folders/filter/folderFilter";
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
  /** Which new folders are waited for, and how many arrive each minute; undefined if none are waited for. */
  readonly awaited?: {
    readonly filter: FolderFilter;
    readonly perMinute: number;
    /** Whether they arrive at once, at the beginning of the minute. */
    readonly atOnce?: boolean;
  };
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

async function count(
  { watched, ended, awaited, minutes, list, focused }: Case,
  latency: number,
): Promise<Count> {
  const clock = new FastClock();
  const sandbox = await startSandbox({ folders: 10_000, clock, recordRequests: true });
  const transport = clock.pausingFor(nodeFetchTransport, latency);
  const { client, folders, poller, screen } = openFolders(sandbox.address, clock, transport);
  const asked = async (minute: number): Promise<number> => {
    const before = sandbox.requests.length;
    if (!awaited?.perMinute) await clock.pass(minute * MINUTE);
    else
      for (let passed = 0; passed < minute; passed++) {
        const { perMinute, atOnce = false } = awaited;
        if (atOnce) for (let number = 0; number < perMinute; number++) sandbox.arrive();
        for (let number = 0; number < perMinute; number++) {
          if (!atOnce) sandbox.arrive();
          await clock.pass(MINUTE / perMinute);
        }
      }
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

  if (awaited) folders.arrivals.start({ filter: awaited.filter, once: false }, clock.now());
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
  const isCheap = ({ first, later }: Count): Pick<Row, "aim" | "met"> =>
    judged("≤ 3 × those of 1 running", first <= 3 * one.first && later <= 3 * one.later);
  const waits = async (
    what: string,
    awaited: NonNullable<Case["awaited"]>,
    screen: typeof hidden = hidden,
  ): Promise<Row> => {
    const counted = await count({ ...screen, watched: 0, awaited }, latency);
    return row(`hidden, waiting, ${what}`, counted, screen.focused ? isCheap(counted) : NO_AIM);
  };
  const none = { text: "nothing has this" };
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
    await waits("none arrives", { filter: {}, perMinute: 0 }),
    await waits("1 a minute arrives", { filter: {}, perMinute: 1 }),
    await waits("15 a minute arrive", { filter: {}, perMinute: 15 }),
    await waits("15 a minute arrive at once", { filter: {}, perMinute: 15, atOnce: true }),
    await waits("500 a minute arrive at once", { filter: {}, perMinute: 500, atOnce: true }),
    await waits("500 a minute arrive at once, none matches", { filter: none, perMinute: 500, atOnce: true }),
    await waits("15 a minute arrive, no focus", { filter: {}, perMinute: 15 }, unfocused),
    row("shown, nothing watched", await count({ ...shown, watched: 0 }, latency)),
    row("shown, 100 running", await count({ ...shown, watched: 100 }, latency)),
    row("shown, nothing watched, no focus", await count({ ...unfocused, list: true, watched: 0 }, latency)),
  ];
}

void report(async () => [...(await measure(0)), ...(await measure(100))]);
