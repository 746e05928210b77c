// Measures how long after a change on the server a real VS Code shows it in the status bar.
import { setTimeout as sleep } from "node:timers/promises";
import { openWorkbench } from "../ui/workbench/open";
import type { Workbench } from "../ui/workbench/workbench";
import { bundles, measuredExtension } from "./bundle";
import { logStatusBar, statusBarLog, type Appearance } from "./inPage";
import { askMeasured, extensionStarted } from "./measuredExtension";
import { judged, rounded, type Row } from "./row";
import { startSandboxes, type SandboxProcess } from "./sandboxProcess";
import { median, percentile } from "./statistics";

const LATENCIES = [0, 100];
/** Sandboxes per latency, with one watched folder each. */
const WATCHERS = 10;
/** Times that each folder is analysed again and ends: 50 changes of either kind. */
const ROUNDS = 5;
/** Milliseconds: the longest wait for the next poll while the view is visible. */
const POLL_INTERVAL = 5000;
/** Milliseconds that a change may take beyond one poll interval. */
const OVERHEAD = 150;
/** Milliseconds: longer than any analysis in the sandbox takes. */
const UNTIL_ENDED = 10_000;

type Kind = "analysed again" | "ends";

interface Change {
  readonly kind: Kind;
  readonly watcher: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Epoch milliseconds. */
  readonly seen: number;
}

/** Records what appears in the status bar, for those who wait for it. */
class StatusBarRecord {
  private readonly log: Appearance[] = [];
  private isOver = false;

  constructor(private readonly workbench: Workbench) {}

  async keepReading(): Promise<void> {
    while (!this.isOver) {
      this.log.push(...(await statusBarLog(this.workbench.page)));
      await sleep(100);
    }
  }

  end(): void {
    this.isOver = true;
  }

  /** @returns when a text first appeared after the given time; both in epoch milliseconds */
  async appeared(text: RegExp, after: number): Promise<number> {
    const end = Date.now() + 30_000;
    while (Date.now() < end) {
      const found = this.log.find(({ at, text: shown }) => at >= after && text.test(shown));
      if (found) return found.at;
      await sleep(50);
    }
    throw new Error(`The status bar did not show ${String(text)}.`);
  }
}

async function changeOne(
  sandboxes: SandboxProcess,
  watcher: number,
  id: string,
  record: StatusBarRecord,
): Promise<readonly Change[]> {
  const name = id.slice(0, 8);
  const changes: Change[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await sleep(Math.random() * POLL_INTERVAL);
    const again = await sandboxes.analyseAgain(watcher, id);
    const running = await record.appeared(new RegExp(`${name} (Initial|Processing)`), again);
    changes.push({ kind: "analysed again", watcher, at: again, seen: running });
    await sleep(Math.random() * 3000);
    const end = await sandboxes.advance(watcher, UNTIL_ENDED);
    const ended = await record.appeared(new RegExp(`${name} Declined`), end);
    changes.push({ kind: "ends", watcher, at: end, seen: ended });
  }
  return changes;
}

function row(kind: Kind, latency: number, changes: readonly Change[], asked: readonly number[][]): Row {
  const delays = changes.map(({ at, seen }) => seen - at);
  // The poll interval around each change: from the request before it to the one that reported it.
  const intervals = changes.map(({ at, watcher }) => {
    const times = asked[watcher] ?? [];
    return (times.find((time) => time >= at) ?? 0) - (times.findLast((time) => time < at) ?? 0);
  });
  const beyond = delays.map((delay, index) => delay - (intervals[index] ?? 0));
  const late = percentile(delays, 0.95);
  const most = percentile(intervals, 0.95) + OVERHEAD;
  return {
    what: `a watched folder ${kind}, ${changes.length} times`,
    "latency ms": latency,
    median: Math.round(median(delays)),
    "95 %": Math.round(late),
    "poll interval, median": Math.round(median(intervals)),
    "poll interval, 95 %": Math.round(percentile(intervals, 0.95)),
    "beyond its interval, 95 %": rounded(percentile(beyond, 0.95), 0),
    ...judged(`95 % ≤ one poll interval + ${OVERHEAD} ms`, late <= most),
  };
}

export async function measureDelay(): Promise<readonly Row[]> {
  const sandboxes = startSandboxes(bundles);
  const workbench = await openWorkbench({
    extension: measuredExtension,
    size: { width: 6000, height: 600 },
  });
  try {
    await extensionStarted(workbench);
    const all = LATENCIES.flatMap((latency) => Array<number>(WATCHERS).fill(latency));
    const addresses: string[] = [];
    for (const [index, latency] of all.entries())
      addresses.push(
        (await sandboxes.start({ folders: 200, latency, seed: index + 1, frozen: true })).address,
      );
    const ids = (await askMeasured(workbench, "watchEach", addresses)) as readonly string[];
    await logStatusBar(workbench.page);
    const record = new StatusBarRecord(workbench);
    const changed = Promise.all(ids.map((id, index) => changeOne(sandboxes, index, id, record)));
    await Promise.all([record.keepReading(), changed.finally(() => record.end())]);
    const changes = (await changed).flat();
    const asked = (await askMeasured(workbench, "requestTimes")) as readonly number[][];
    const kinds: readonly Kind[] = ["analysed again", "ends"];
    return LATENCIES.flatMap((latency) =>
      kinds.map((kind) => {
        const those = changes.filter((one) => one.kind === kind && all[one.watcher] === latency);
        return row(kind, latency, those, asked);
      }),
    );
  } finally {
    await workbench.close();
    sandboxes.close();
  }
}
