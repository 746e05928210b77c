// Measures how long the extension takes to start in a real VS Code, and how soon its opened view shows the first rows.
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openWorkbench } from "../ui/workbench/open";
import type { Workbench } from "../ui/workbench/workbench";
import { bareFirstPage } from "./bareRequest";
import { bundles, measuredExtension } from "./bundle";
import { firstRowTook, timeFirstRow } from "./inPage";
import { askMeasured, connectMeasured, extensionStarted, reloadMeasured } from "./measuredExtension";
import { judged, NO_AIM, rounded, type Row } from "./row";
import { startSandboxes, type SandboxProcess } from "./sandboxProcess";
import { median } from "./statistics";
import type { Start, Took } from "./vscode/measured";
import type { AskedRows } from "./vscode/rows";

const SIZES = [100, 10_000, 1_000_000];
const LATENCIES = [0, 100];
/** Times that the view is opened for each size, by latency. With the sign-ins this makes 21 starts. */
const ROUNDS = [3, 2];
const KB = 1024;

interface Opening {
  /** Milliseconds from the click to the first row on screen. */
  readonly rows: number;
  /** Milliseconds of these that VS Code waited for our tree. */
  readonly ours: number;
  readonly start: Start;
  /** Requests sent before the view was opened. */
  readonly asked: number;
}

/** @returns whether our view is open */
async function isViewOpen({ page }: Workbench): Promise<boolean> {
  const tab = page.locator('.part.activitybar [role=tab][aria-label^="Oz Inspector"]');
  return (await tab.getAttribute("aria-selected")) === "true";
}

/** Reloads the window with another view open, and then opens ours. */
async function open(workbench: Workbench, requests: () => Promise<number>): Promise<Opening> {
  let before: number;
  do {
    await workbench.openContainer("Explorer");
    // VS Code saves the open view in the background.
    await sleep(1000);
    before = await requests();
    await reloadMeasured(workbench);
  } while (await isViewOpen(workbench));
  const start = (await askMeasured(workbench, "start")) as Start;
  const asked = (await requests()) - before;
  await timeFirstRow(workbench.page);
  await workbench.openContainer("Oz Inspector");
  const rows = await firstRowTook(workbench.page);
  const { firstAnswer = Number.NaN } = (await askMeasured(workbench, "rows")) as AskedRows;
  return { rows, ours: firstAnswer, start, asked };
}

async function measureSize(
  workbench: Workbench,
  sandboxes: SandboxProcess,
  folders: number,
  latency: number,
  rounds: number,
): Promise<{ readonly row: Row; readonly openings: readonly Opening[]; readonly first: Start }> {
  const { index, address } = await sandboxes.start({ folders, latency });
  const bare = await bareFirstPage(address);
  await connectMeasured(workbench, address);
  const first = (await askMeasured(workbench, "start")) as Start;
  const openings: Opening[] = [];
  for (let round = 0; round < rounds; round++)
    openings.push(await open(workbench, () => sandboxes.requests(index)));
  const rows = median(openings.map((one) => one.rows));
  const most = 1.5 * bare.took + 100;
  const row: Row = {
    what: `first rows, ${folders.toLocaleString("en")} folders`,
    "latency ms": latency,
    ms: rounded(rows),
    "of these in our tree": rounded(median(openings.map(({ ours }) => ours))),
    "bare request": rounded(bare.took),
    ratio: rounded(rows / bare.took, 2),
    ...judged(`≤ 1.5 × bare + 100 = ${Math.round(most)} ms`, rows <= most),
  };
  return { row, openings, first };
}

function startRows(openings: readonly Opening[], others: readonly Start[]): readonly Row[] {
  const starts = [...openings.map(({ start }) => start), ...others];
  const took = (of: "load" | "activate"): Took => ({
    ms: rounded(median(starts.map((start) => start[of].ms))),
    cpu: rounded(median(starts.map((start) => start[of].cpu))),
  });
  const [load, activate] = [took("load"), took("activate")];
  const asked = openings.reduce((sum, one) => sum + one.asked, 0);
  const early = Math.max(...starts.map(({ bytes }) => bytes)) / KB;
  const dist = path.join(measuredExtension, "dist");
  const all = readdirSync(dist).reduce((sum, file) => sum + statSync(path.join(dist, file)).size, 0) / KB;
  const count = `median of ${starts.length}`;
  return [
    { what: `module load, ${count}`, ...load, ...judged("cpu ≤ 15 ms", load.cpu <= 15) },
    { what: `activate, ${count}`, ...activate, ...judged("cpu ≤ 10 ms", activate.cpu <= 10) },
    { what: "requests before the view was opened", requests: asked, ...judged("0", asked === 0) },
    { what: "loaded before the first request", KB: rounded(early), ...NO_AIM },
    { what: "all of dist/", KB: rounded(all), ...NO_AIM },
  ];
}

export async function measureOpening(): Promise<readonly Row[]> {
  const sandboxes = startSandboxes(bundles);
  const workbench = await openWorkbench({ extension: measuredExtension });
  try {
    await extensionStarted(workbench);
    const measured: Awaited<ReturnType<typeof measureSize>>[] = [];
    for (const [index, latency] of LATENCIES.entries())
      for (const folders of SIZES)
        measured.push(await measureSize(workbench, sandboxes, folders, latency, ROUNDS[index] ?? 0));
    return [
      ...measured.map(({ row }) => row),
      ...startRows(
        measured.flatMap(({ openings }) => openings),
        measured.map(({ first }) => first),
      ),
    ];
  } finally {
    await workbench.close();
    sandboxes.close();
  }
}
