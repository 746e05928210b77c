// Measures the work of a poll that finds one of very many loaded folders changed, in a real VS Code.
import { setTimeout as sleep } from "node:timers/promises";
import { openWorkbench } from "../ui/workbench/open";
import type { Workbench } from "../ui/workbench/workbench";
import { bareChanges, bareFirstPage } from "./bareRequest";
import { bundles, measuredExtension } from "./bundle";
import { firstRowTook, timeFirstRow } from "./inPage";
import { askMeasured, connectMeasured, extensionStarted } from "./measuredExtension";
import { judged, rounded, type Row } from "./row";
import { startSandboxes } from "./sandboxProcess";
import { median } from "./statistics";
import type { AskedRows } from "./vscode/rows";

const FOLDERS = 10_000;
const PAGE = 100;
const LATENCIES = [0, 100];
/** Measured polls per latency, after one to warm up. */
const ROUNDS = 3;
/** Milliseconds: longer than any analysis in the sandbox takes, so that a changed folder has ended when polled. */
const UNTIL_ENDED = 10_000;

interface Poll {
  readonly requests: number;
  readonly rows: number;
  /** Milliseconds that the extension host was busy, less its usual share. */
  readonly busy: number;
}

/** A window with all folders loaded. */
interface Loaded {
  readonly busy: () => Promise<number>;
  readonly rows: () => Promise<number>;
  readonly requests: () => Promise<number>;
  /** Changes one folder, a different one at each call. */
  readonly change: () => Promise<void>;
}

async function nextPoll({ requests }: Loaded): Promise<void> {
  const before = await requests();
  while ((await requests()) === before) await sleep(20);
  await sleep(500);
}

async function measurePoll(loaded: Loaded, idle: number): Promise<Poll> {
  const [began, busy, asked] = [Date.now(), await loaded.busy(), await loaded.requests()];
  await loaded.rows();
  await loaded.change();
  await nextPoll(loaded);
  const requests = (await loaded.requests()) - asked;
  const rows = await loaded.rows();
  return { requests, rows, busy: (await loaded.busy()) - busy - idle * (Date.now() - began) };
}

/** @returns the share of time that the extension host is busy while our view is hidden */
async function idleShare(busy: () => Promise<number>): Promise<number> {
  await sleep(500);
  const [began, before] = [Date.now(), await busy()];
  await sleep(3000);
  return ((await busy()) - before) / (Date.now() - began);
}

async function measureLatency(workbench: Workbench, latency: number): Promise<readonly Row[]> {
  const sandboxes = startSandboxes(bundles);
  const { index, address } = await sandboxes.start({ folders: FOLDERS + 1000, latency });
  const ask = (job: string): Promise<unknown> => askMeasured(workbench, job);
  const heap = async (): Promise<number> => Number(await ask("heap"));
  const busy = async (): Promise<number> => Number(await ask("busy"));
  try {
    await workbench.openContainer("Explorer");
    await connectMeasured(workbench, address);
    await timeFirstRow(workbench.page);
    await workbench.openContainer("Oz Inspector");
    await firstRowTook(workbench.page);
    await workbench.openContainer("Explorer");
    const begin = await heap();
    for (let count = PAGE; count < FOLDERS; count += PAGE)
      await workbench.extensionHost.execute("ozInspector.loadMore");
    const kept = ((await heap()) - begin) / (FOLDERS - PAGE);
    const idle = await idleShare(busy);
    await workbench.openContainer("Oz Inspector");
    const { ids, bytes } = await bareFirstPage(address);
    const loaded: Loaded = {
      busy,
      rows: async () => ((await ask("rows")) as AskedRows).count,
      requests: () => sandboxes.requests(index),
      change: async () => {
        await sandboxes.analyseAgain(index, ids.pop() ?? "");
        await sandboxes.advance(index, UNTIL_ENDED);
      },
    };
    const polls: Poll[] = [];
    await nextPoll(loaded);
    for (let round = 0; round < ROUNDS; round++) polls.push(await measurePoll(loaded, idle));
    const keptWithRows = ((await heap()) - begin) / (FOLDERS - PAGE);
    const { parse } = await bareChanges(address);
    const [requests, rows, ms] = (["requests", "rows", "busy"] as const).map((what) =>
      median(polls.map((poll) => poll[what])),
    ) as [number, number, number];
    return [
      {
        what: "a poll",
        "latency ms": latency,
        requests,
        "rows requested": rows,
        "host ms": rounded(ms),
        "parse ms": rounded(parse, 3),
        ratio: rounded(ms / parse),
        ...judged("1 request and 1 row", requests === 1 && rows === 1),
      },
      ...[
        { what: "heap per folder", kept },
        { what: "heap per folder, rows shown", kept: keptWithRows },
      ].map(({ what, kept: bytesKept }) => ({
        what,
        "latency ms": latency,
        bytes: Math.round(bytesKept),
        "bytes of reply": Math.round(bytes),
        ratio: rounded(bytesKept / bytes, 2),
        ...judged("≤ 2 × the reply", bytesKept <= 2 * bytes),
      })),
    ];
  } finally {
    sandboxes.close();
  }
}

export async function measurePolls(): Promise<readonly Row[]> {
  const workbench = await openWorkbench({ extension: measuredExtension });
  try {
    await extensionStarted(workbench);
    const rows: Row[] = [];
    for (const latency of LATENCIES) rows.push(...(await measureLatency(workbench, latency)));
    return rows;
  } finally {
    await workbench.close();
  }
}
