// Measures for how long reading 10,000 folders for a file, and writing it, blocks the extension host.
import { systemClock } from "../../src/base/clock";
import { chosenMetaData, CSV, JSON_LINES, writeList, type SavedRow } from "../../src/commands/list/listFile";
import { listRow } from "../../src/commands/list/listRow";
import { readMatching } from "../../src/folders/filter/readMatching";
import { PAGE_SIZE } from "../../src/folders/store/folderReader";
import { desktopTransport } from "../../src/oz/http/desktopTransport";
import type { OzFolder } from "../../src/oz/model/folder";
import { openFolders } from "./openFolders";
import { report } from "./report";
import { judged, rounded, type Row } from "./row";
import { startSandboxes } from "./sandboxProcess";

const FOLDERS = 10_000;
/** Milliseconds for which each may block the extension host. */
const LONGEST = 30;
const KEYS = ["transaction_id"];

const rows: Row[] = [];

/** Adds a row with the most processor time that one turn of the event loop has taken: others' load does not count. */
async function measured<T>(what: string, work: () => Promise<T>): Promise<T> {
  let longest = 0;
  let isDone = false;
  const watch = (before: NodeJS.CpuUsage): void => {
    const { user, system } = process.cpuUsage(before);
    longest = Math.max(longest, (user + system) / 1000);
    const now = process.cpuUsage();
    if (!isDone) setImmediate(() => watch(now));
  };
  watch(process.cpuUsage());
  const start = performance.now();
  const result = await work();
  const all = performance.now() - start;
  isDone = true;
  await new Promise((resolve) => setImmediate(resolve));
  rows.push({
    what,
    ms: Math.round(all),
    "longest turn, ms": rounded(longest),
    ...judged(`≤ ${LONGEST} ms`, longest <= LONGEST),
  });
  return result;
}

void report(async () => {
  const sandboxes = startSandboxes(__dirname);
  const { address } = await sandboxes.start({ folders: FOLDERS + 1000, latency: 0 });
  const { folders } = openFolders(
    address,
    systemClock,
    desktopTransport(() => false),
  );
  // What the first pages compile is not to be counted.
  for (let page = 0; page < 20; page++) await folders.reader.readPage({ offset: 0, limit: PAGE_SIZE });
  const take = (folder: OzFolder): SavedRow => ({
    row: listRow(folder, folder.resolution.findings),
    metaData: chosenMetaData(folder, KEYS),
  });
  const cancel = new AbortController().signal;
  const { items } = await measured("reading", () =>
    readMatching(folders, {}, { clock: systemClock, take, cancel }),
  );
  sandboxes.close();
  for (const format of [CSV, JSON_LINES])
    await measured(`writing ${format.label}`, () => writeList(format, items, KEYS, systemClock));
  return rows;
});
