import type { AnalysisResolution, GroupResolution } from "../../status/resolution";

/** When an analysis began and ended, on the axis of the picture. */
export interface Bar {
  readonly analysis: AnalysisResolution;
  /** In percent of the axis; undefined if the reply does not say when it began. */
  readonly begin: number | undefined;
  /** The same; "running" if it has not ended, undefined if the reply does not say when it did. */
  readonly end: number | "running" | undefined;
}

/** The analyses of a folder on one axis. */
export interface Bars {
  /** The times at the ends of the axis, in epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  /** The bars of each group, oldest first. */
  readonly groups: readonly (readonly Bar[])[];
}

/**
 * Places the analyses of a folder on one axis, from the first time that the reply has to the last one.
 * @param at when the reply was received, in epoch milliseconds: what is running has run until then
 * @returns undefined if the reply has no times
 */
export function timelineBars(groups: readonly GroupResolution[], at: number): Bars | undefined {
  const all = groups.flatMap(({ analyses }) => analyses.map(timesOf));
  const known = all.flatMap(({ begin, end }) => [begin, end]).filter((time) => typeof time === "number");
  if (known.length === 0) return undefined;
  const from = Math.min(...known);
  const to = Math.max(...known, ...(all.some(({ end }) => end === "running") ? [at] : []));
  const place = (time: number): number => (to === from ? 0 : ((time - from) / (to - from)) * 100);
  const barOf = (analysis: AnalysisResolution): Bar => {
    const { begin, end } = timesOf(analysis);
    return {
      analysis,
      begin: begin === undefined ? undefined : place(begin),
      end: typeof end === "number" ? place(end) : end,
    };
  };
  return { from, to, groups: groups.map(({ analyses }) => analyses.map(barOf)) };
}

/** When an analysis began and ended, in epoch milliseconds. */
function timesOf({ createdAt, updatedAt, terminal, running }: AnalysisResolution): {
  readonly begin: number | undefined;
  readonly end: number | "running" | undefined;
} {
  if (!terminal) return { begin: createdAt, end: running ? "running" : undefined };
  // Never before the beginning: the clocks of two machines may differ.
  const end = updatedAt === undefined ? undefined : Math.max(updatedAt, createdAt ?? updatedAt);
  return { begin: createdAt, end };
}
