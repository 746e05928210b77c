import type { IdCodec } from "../data/idCodec";
import { firstIndexWhere, RangeWithGaps } from "../data/rangeWithGaps";
import type { Snapshot } from "../data/snapshot";
import { sortPositions, type Sorter } from "./sorting";
import { type TimeBounds, isWithin } from "./timeBounds";

/** A list of positions, each computed on demand. */
export interface Sequence {
  readonly count: number;
  readonly at: (i: number) => number;
}

/**
 * Finds the folders within all bounds, ordered by the sorters if the first one is a time, else newest first. Settled
 * folders have the same order by creation and by last change, so a binary search finds their range. Unsettled folders
 * are generated one by one, and only if the time of the last change matters.
 */
export function foldersByTime(
  snapshot: Snapshot,
  bounds: readonly TimeBounds[],
  sorting: readonly Sorter[],
  ids: IdCodec,
): Sequence {
  const [first] = sorting;
  const byChange = first?.field === "time_updated";
  const ascending = (byChange || first?.field === "time_created") && !first.descending;

  const needsChangeTime = byChange || bounds.some(({ member }) => member === "updated");
  const unsettled = needsChangeTime ? snapshot.unsettled() : [];
  const settled = new RangeWithGaps(snapshot.count, unsettled);
  const { start, size } = settledRange(snapshot, settled, bounds);

  let others = unsettled.filter((position) => isWithin(bounds, snapshot.folder(position)));
  if (byChange) {
    others = sortPositions(snapshot, others, sorting, ids);
    if (ascending) others.reverse();
  }
  // All unsettled folders changed after all settled ones.
  const settledBefore = (position: number): number =>
    byChange ? 0 : clamp(position - settled.gapsBelow(position) - start, size);
  const slots = others.map((position, slot) => settledBefore(position) + slot);

  const count = size + others.length;
  const between = new RangeWithGaps(count, slots);
  const newestFirst = (i: number): number => {
    const passed = between.gapsBelow(i);
    return slots[passed] === i ? (others[passed] ?? 0) : settled.at(start + i - passed);
  };
  return { count, at: ascending ? (i) => newestFirst(count - 1 - i) : newestFirst };
}

function settledRange(
  snapshot: Snapshot,
  settled: RangeWithGaps,
  bounds: readonly TimeBounds[],
): { start: number; size: number } {
  let start = 0;
  let end = settled.count;
  for (const { member, from, to } of bounds) {
    const firstBefore = (isBefore: (time: number) => boolean): number =>
      firstIndexWhere(settled.count, (rank) => isBefore(snapshot.folder(settled.at(rank))[member]));
    start = Math.max(
      start,
      firstBefore((time) => time <= to),
    );
    end = Math.min(
      end,
      firstBefore((time) => time < from),
    );
  }
  return { start, size: Math.max(0, end - start) };
}

function clamp(value: number, max: number): number {
  return Math.min(Math.max(value, 0), max);
}
