// Sums up 10,000 folders, compared with parsing their replies, and writes what the page of the overview gets of them.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { overviewOf } from "../../src/folders/overview/overview";
import { sumUp } from "../../src/folders/overview/sumUp";
import { readPage, type OzFolder } from "../../src/oz/model/folder";
import { inLanguageDigits, overviewModel } from "../../src/views/overview/overviewModel";
import type { PageModel } from "../../src/views/overview/page/model";
import { PartKeys } from "../../src/views/overview/partKeys";
import { PAGE_FIGURES, type PageFigures } from "./pageFigures";
import { folderPage, withAnalyses } from "./pages";
import { report } from "./report";
import { judged, NO_AIM, rounded, type Row } from "./row";
import { median } from "./statistics";

const FOLDERS = 10_000;
const ANALYSES = 25_000;
const ROUNDS = 15;
/** The highest acceptable ratio of summing up to parsing. */
const RATIO = 0.5;
/** Milliseconds for which summing up may block the extension host. */
const LONGEST = 30;

const FRAME = { name: undefined, total: undefined, sentences: ["Connection: Sandbox"], mark: undefined };

/** @returns milliseconds of work, and of its longest slice */
async function summing(folders: readonly OzFolder[]): Promise<{ all: number; longest: number }> {
  let [all, longest, since] = [0, 0, performance.now()];
  const endSlice = (): void => {
    const slice = performance.now() - since;
    all += slice;
    longest = Math.max(longest, slice);
  };
  await sumUp(folders, {
    elapsed: () => performance.now(),
    after: (_delay, callback) => {
      endSlice();
      setImmediate(() => {
        since = performance.now();
        callback();
      });
      return () => undefined;
    },
  });
  endSlice();
  return { all, longest };
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

void report(async () => {
  const half = withAnalyses(await folderPage(FOLDERS / 2), ANALYSES / 2);
  const read = (): readonly OzFolder[] => readPage(JSON.parse(half))?.folders ?? [];
  const folders = [...read(), ...read()];
  const analyses = folders.flatMap(({ resolution }) => resolution.groups.flatMap((group) => group.analyses));
  const parsed = (): unknown => JSON.parse(half);
  const parse: number[] = [];
  const sums: number[] = [];
  const slices: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    parse.push(timed(parsed) + timed(parsed));
    const { all, longest: slice } = await summing(folders);
    sums.push(all);
    slices.push(slice);
  }
  const longest = median(slices);
  const all = await sumUp(folders, { elapsed: () => 0, after: () => () => undefined });
  const words = (): PageModel => inLanguageDigits(overviewModel(overviewOf(all), FRAME, [], new PartKeys()));
  const first = words();
  const arrivals = folders.slice(0, ROUNDS).map((folder) => {
    const start = performance.now();
    all.add(folder);
    const model = words();
    return { model, ms: performance.now() - start };
  });
  const pageFigures: PageFigures = { first, arrivals };
  writeFileSync(path.join(__dirname, PAGE_FIGURES), JSON.stringify(pageFigures));
  const ratio = median(sums) / median(parse);
  const row = (what: string, ms: number, aim: Pick<Row, "aim" | "met"> = NO_AIM): Row => ({
    what,
    ms: rounded(ms, 2),
    ...aim,
  });
  return [
    row(`parsing ${folders.length} folders with ${analyses.length} analyses`, median(parse)),
    row("summing them up", median(sums), judged(`≤ ${RATIO} of parsing`, ratio <= RATIO)),
    row("the longest slice of it", longest, judged(`≤ ${LONGEST} ms`, longest <= LONGEST)),
  ];
});
