// Measures the heap that loaded folders use, and what remains of it after the view was closed.
import type { Folders } from "../../src/folders/folders";
import { desktopTransport } from "../../src/oz/http/desktopTransport";
import type { Transport } from "../../src/oz/http/transport";
import { FastClock } from "./fastClock";
import { openFolders } from "./openFolders";
import { report } from "./report";
import { judged, rounded, type Row } from "./row";
import { startSandboxes } from "./sandboxProcess";

const FOLDERS = 10_000;

interface Kept {
  readonly count: number;
  readonly bytes: number;
}

/** @returns bytes of heap in use after several garbage collections, as one does not free everything */
function retained(): number {
  for (let round = 0; round < 3; round++) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

void report(async () => {
  const sandboxes = startSandboxes(__dirname);
  const { address } = await sandboxes.start({ folders: FOLDERS + 1000, latency: 0 });
  let received = 0;
  const transport = desktopTransport(() => false);
  const counting: Transport = async (request) => {
    const reply = await transport(request);
    const readText = async (): Promise<string> => {
      const text = await reply.readText();
      received += Buffer.byteLength(text);
      return text;
    };
    return { ...reply, readText };
  };
  const open = (): Folders => openFolders(address, new FastClock(), counting).folders;
  // Loads code that only the first page needs, which is not to be counted.
  await open().reader.readNewest();
  const folders = open();
  const { store, reader } = folders;
  const begin = retained();
  received = 0;
  while (store.current.listedCount < FOLDERS) await reader.readMore();
  const loaded = { count: store.current.listedCount, bytes: retained() - begin };
  const reply = received / loaded.count;
  folders.needed.trim([]);
  const left = { count: store.current.listedCount, bytes: retained() - begin };
  sandboxes.close();

  const row = (what: string, { count, bytes }: Kept): Row => ({
    what,
    folders: count,
    "heap KB": Math.round(bytes / 1024),
    "bytes per folder": Math.round(bytes / count),
    "bytes of reply": Math.round(reply),
    ratio: rounded(bytes / count / reply, 2),
    ...judged("≤ 2 × the reply", bytes / count <= 2 * reply),
  });
  return [row("loaded", loaded), row("10 minutes after the view was closed", left)];
});
