import type { Standing } from "./soak";

/** Bytes by which the heap may grow: the versions of folders that are kept come to their limit late. */
const MAX_HEAP_GROWTH = 8e6;

/** Timers of a window that watches: of the poller, the watches, the views, and of what was just saved. */
const MAX_TIMERS = 12;

/** Lines in the log for each request: its own, and those of what the user does. */
const MAX_LINES_PER_REQUEST = 2;

/**
 * Judges whether anything grows.
 * @param standings of parts with as many polls each
 * @returns what has grown from the second part to the last; the first one also loads code
 */
export function notFlat(standings: readonly Standing[]): string[] {
  const second = standings[1];
  const last = standings.at(-1);
  if (!second || !last) return ["too few parts to compare"];
  const problems: string[] = [];
  const grown = last.heap - second.heap;
  if (grown > MAX_HEAP_GROWTH) problems.push(`the heap has grown by ${megabytes(grown)} MB`);
  if (last.listeners > second.listeners)
    problems.push(`${last.listeners} listeners instead of ${second.listeners}`);
  for (const { polls, timers, sockets, realTimers } of standings) {
    if (timers > MAX_TIMERS) problems.push(`${timers} timers after ${polls} polls`);
    if (sockets > 0) problems.push(`${sockets} sockets are left open after ${polls} polls`);
    if (realTimers > 0) problems.push(`${realTimers} timers that are not the clock's after ${polls} polls`);
  }
  standings.slice(1).forEach((after, index) => {
    const rate = linesPerRequest(standings[index], after);
    if (rate > MAX_LINES_PER_REQUEST)
      problems.push(`${rate.toFixed(1)} log lines per request up to ${after.polls} polls`);
  });
  return problems;
}

function linesPerRequest(before: Standing | undefined, after: Standing): number {
  return (after.logLines - (before?.logLines ?? 0)) / (after.requests - (before?.requests ?? 0));
}

/** @returns bytes in MB, with two digits */
export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(2);
}
