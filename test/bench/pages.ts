import { SANDBOX_ACCOUNT } from "../../src/sandbox/account";
import { createSandbox } from "../../src/sandbox/createSandbox";

/** Epoch milliseconds: a fixed time, so that pages are the same on every machine. */
const EPOCH = Date.UTC(2025, 4, 20, 12);

const sandbox = createSandbox({
  folders: 6000,
  epoch: EPOCH,
  clock: { now: () => EPOCH },
  randomBytes: (count) => new Uint8Array(count),
});

/** @returns a page of the list of folders with their analyses, as the sandbox sends it */
export async function folderPage(limit: number): Promise<string> {
  const response = await sandbox.fetch(
    new Request(`http://sandbox/api/folders/?limit=${limit}&with_analyses=true`, {
      headers: { "X-Forensic-Access-Token": SANDBOX_ACCOUNT.accessToken },
    }),
  );
  return response.text();
}

/** @returns the page with so many analyses: its first folders have those they have in another group, too */
export function withAnalyses(page: string, count: number): string {
  const { items, ...rest } = JSON.parse(page) as { items: { analyses?: object[] }[] };
  let missing = count - items.reduce((sum, { analyses = [] }) => sum + analyses.length, 0);
  const filled = items.map((item, folder) => {
    const more = (item.analyses ?? []).slice(0, missing).map((analysis, index) => ({
      ...analysis,
      analysis_id: `20000000-0000-4000-8000-${String(folder * 100 + index).padStart(12, "0")}`,
      analysis_group_id: `30000000-0000-4000-8000-${String(folder).padStart(12, "0")}`,
    }));
    missing -= more.length;
    return { ...item, analyses: [...more, ...(item.analyses ?? [])] };
  });
  return JSON.stringify({ ...rest, items: filled });
}

/** @returns a page of one folder with so many analyses, copied from the given page, in so many groups */
export function largeFolder(page: string, groups: number, analyses: number): string {
  const { items } = JSON.parse(page) as { items: { analyses?: object[] }[] };
  const samples = items.flatMap((item) => item.analyses ?? []);
  const all = Array.from({ length: analyses }, (_, index) => ({
    ...samples[index % samples.length],
    analysis_id: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
    analysis_group_id: `10000000-0000-4000-8000-${String(index % groups).padStart(12, "0")}`,
  }));
  return JSON.stringify({ items: [{ ...items[0], analyses: all }] });
}
