import type { Ids } from "../data/ids";
import { Rest, firstWhere } from "../data/rest";
import type { Snapshot } from "../data/snapshot";
import { sorted } from "./sorted";
import type { Sorter } from "./sorting";
import { type TimeBounds, isWithin } from "./times";

/** Positions in their order, the i-th one on demand. */
export interface Sequence {
  readonly count: number;
  readonly at: (i: number) => number;
}

/**
 * Finds what lies within all bounds, in the order of the sorters if the first one is a time, else newest first.
 * Settled folders follow one another by every time, so their range is found by halving. The unsettled ones are looked
 * at one by one, and only if it matters when folders last changed.
 */
export function byTime(
  snapshot: Snapshot,
  bounds: readonly TimeBounds[],
  sorting: readonly Sorter[],
  ids: Ids,
): Sequence {
  const [first] = sorting;
  const byChange = first?.field === "time_updated";
  const ascending = (byChange || first?.field === "time_created") && !first.descending;

  const asksForChange = byChange || bounds.some(({ member }) => member === "updated");
  const unsettled = asksForChange ? snapshot.unsettled() : [];
  const settled = new Rest(snapshot.count, unsettled);
  const { start, size } = settledRange(snapshot, settled, bounds);

  let others = unsettled.filter((position) => isWithin(bounds, snapshot.folder(position)));
  if (byChange) {
    others = sorted(snapshot, others, sorting, ids);
    if (ascending) others.reverse();
  }
  // All that is unsettled changed after all that is settled.
  const settledBefore = (position: number): number =>
    byChange ? 0 : clamp(position - settled.missingBelow(position) - start, size);
  const slots = others.map((position, slot) => settledBefore(position) + slot);

  const count = size + others.length;
  const between = new Rest(count, slots);
  const newestFirst = (i: number): number => {
    const passed = between.missingBelow(i);
    return slots[passed] === i ? (others[passed] ?? 0) : settled.at(start + i - passed);
  };
  return { count, at: ascending ? (i) => newestFirst(count - 1 - i) : newestFirst };
}

function settledRange(
  snapshot: Snapshot,
  settled: Rest,
  bounds: readonly TimeBounds[],
): { start: number; size: number } {
  let start = 0;
  let end = settled.count;
  for (const { member, from, to } of bounds) {
    const firstBefore = (isBefore: (time: number) => boolean): number =>
      firstWhere(settled.count, (rank) => isBefore(snapshot.folder(settled.at(rank))[member]));
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

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
