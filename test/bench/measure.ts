import type { FolderResolution } from "../../src/status/resolution";
import { resolveFolder } from "../../src/status/resolveFolder";
import { median } from "./statistics";

/** The cost of reading one page. */
export interface Measurement {
  readonly name: string;
  readonly bytes: number;
  readonly folders: number;
  readonly analyses: number;
  /** Milliseconds, the median of all rounds. */
  readonly parse: number;
  /** Milliseconds, the median of all rounds: right after parsing, as in the extension. */
  readonly resolve: number;
}

function timed<T>(work: () => T): [T, number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}

function countAnalyses(resolutions: readonly FolderResolution[]): number {
  const groups = resolutions.flatMap((resolution) => resolution.groups);
  return groups.reduce((sum, { analyses }) => sum + analyses.length, 0);
}

/**
 * Parses and resolves one page in turn. Keeps each resolution until the next round, as the store does, so that both
 * times include garbage collection.
 * @param rounds measured rounds, after a quarter as many to warm up
 */
export function measure(name: string, page: string, rounds: number): Measurement {
  let kept: FolderResolution[] = [];
  const parseTimes: number[] = [];
  const resolveTimes: number[] = [];
  for (let round = -rounds / 4; round < rounds; round += 1) {
    const [{ items }, parse] = timed(() => JSON.parse(page) as { items: unknown[] });
    const [resolutions, resolve] = timed(() => items.map((item) => resolveFolder(item)));
    kept = resolutions;
    if (round < 0) continue;
    parseTimes.push(parse);
    resolveTimes.push(resolve);
  }
  return {
    name,
    bytes: Buffer.byteLength(page),
    folders: kept.length,
    analyses: countAnalyses(kept),
    parse: median(parseTimes),
    resolve: median(resolveTimes),
  };
}
