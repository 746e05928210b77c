// Measures hovers over IDs in a log of 50 MB with 100,000 of them, in a real VS Code with many folders loaded.
import path from "node:path";
import { LARGE_LOG_IDS, writeLargeLog } from "../largeLog";
import { openWorkbench } from "../ui/workbench/open";
import { makeTemporary, removeTemporary } from "../vscode/temporary";
import { bareFirstPage } from "./bareRequest";
import { bundles, measuredExtension } from "./bundle";
import { firstRowTook, timeFirstRow } from "./inPage";
import { askMeasured, connectMeasured, extensionStarted } from "./measuredExtension";
import { judged, rounded, type Row } from "./row";
import { startSandboxes } from "./sandboxProcess";
import { median, percentile } from "./statistics";
import type { HoverTimes } from "./vscode/hovers";

const FOLDERS = 10_000;
const PAGE = 100;
const HOVERS = 200;
/** Milliseconds. */
const MOST = 20;
/** Position of the ID in its line. */
const CHARACTER = 40;

function rowOf(what: string, { all, ours }: HoverTimes): Row {
  const slow = percentile(all, 0.95);
  return {
    what,
    "median ms": rounded(median(all), 2),
    "95 % ms": rounded(slow, 2),
    "ours, median ms": rounded(median(ours), 2),
    "ours, 95 % ms": rounded(percentile(ours, 0.95), 2),
    ...judged(`95 % < ${MOST} ms`, slow < MOST),
  };
}

export async function measureHovers(): Promise<readonly Row[]> {
  const sandboxes = startSandboxes(bundles);
  const folder = await makeTemporary();
  const workbench = await openWorkbench({ extension: measuredExtension });
  const ask = (job: string, ...args: readonly unknown[]): Promise<unknown> =>
    askMeasured(workbench, job, ...args);
  try {
    await extensionStarted(workbench);
    const { index, address } = await sandboxes.start({ folders: FOLDERS, latency: 0 });
    await workbench.openContainer("Explorer");
    await connectMeasured(workbench, address);
    await timeFirstRow(workbench.page);
    await workbench.openContainer("Oz Inspector");
    await firstRowTook(workbench.page);
    await workbench.openContainer("Explorer");
    for (let count = PAGE; count < FOLDERS; count += PAGE)
      await workbench.extensionHost.execute("ozInspector.loadMore");

    const file = path.join(folder, "large.log");
    const { ids } = await bareFirstPage(address);
    const known = ids.slice(0, HOVERS);
    await writeLargeLog(file, known);
    await ask("openLog", file);
    const before = await sandboxes.requests(index);
    const step = Math.floor(LARGE_LOG_IDS / (HOVERS + 1));
    const unknown = Array.from({ length: HOVERS }, (_, count) => (count + 1) * step);
    const hover = async (lines: readonly number[]): Promise<HoverTimes> =>
      (await ask("hoverLog", lines, CHARACTER)) as HoverTimes;
    await hover([0]);
    const rows = [
      rowOf(`${known.length} loaded folders`, await hover([...known.keys()])),
      rowOf(`${HOVERS} unknown IDs`, await hover(unknown)),
    ];
    const asked = (await sandboxes.requests(index)) - before;
    return [...rows, { what: "requests", requests: asked, ...judged("0", asked === 0) }];
  } finally {
    await workbench.close();
    sandboxes.close();
    await removeTemporary(folder);
  }
}
