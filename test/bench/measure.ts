import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { resolveFolder, type FolderResolution } from "../../src/status";

/** What it takes to read one page, in milliseconds: medians. */
export interface Measurement {
  readonly name: string;
  readonly bytes: number;
  readonly folders: number;
  readonly analyses: number;
  readonly parse: number;
  readonly resolve: number;
  readonly resolveAfterParse: number;
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as (options: { type: "minor" }) => void;

/** Twice, because what survives the first time is moved once more. */
function tidy(): void {
  collect({ type: "minor" });
  collect({ type: "minor" });
}

/** Kept as a store of folders keeps them, so that what a resolution costs in memory is part of it. */
let kept: FolderResolution[] = [];

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/**
 * Measures parsing and resolving of one page by turns. `resolve` begins with a tidy memory, as `parse` does; right
 * after parsing, a resolution may also pay for moving what the parser has just made.
 */
export function measure(name: string, page: string, rounds: number): Measurement {
  let items: unknown[] = [];
  const parse = (): void => void ({ items } = JSON.parse(page) as { items: unknown[] });
  const resolve = (): void => void (kept = items.map((item) => resolveFolder(item)));
  const times: Record<"parse" | "resolve" | "resolveAfterParse", number[]> = {
    parse: [],
    resolve: [],
    resolveAfterParse: [],
  };
  for (let round = -rounds / 4; round < rounds; round += 1) {
    tidy();
    const parsed = timed(parse);
    const afterParse = timed(resolve);
    parse();
    tidy();
    const resolved = timed(resolve);
    // The first rounds only warm up.
    if (round < 0) continue;
    times.parse.push(parsed);
    times.resolveAfterParse.push(afterParse);
    times.resolve.push(resolved);
  }
  return {
    name,
    bytes: Buffer.byteLength(page),
    folders: items.length,
    analyses: kept.reduce(
      (sum, { groups }) => sum + groups.reduce((count, group) => count + group.analyses.length, 0),
      0,
    ),
    parse: median(times.parse),
    resolve: median(times.resolve),
    resolveAfterParse: median(times.resolveAfterParse),
  };
}
