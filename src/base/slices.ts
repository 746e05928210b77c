import type { Clock } from "./clock";

/** Milliseconds of work after which the extension host gets its turn: far less than anyone notices. */
const SLICE = 5;

/** Items between two looks at the clock: one takes some microseconds, the largest folder some milliseconds. */
const BATCH = 20;

/**
 * Works through many items in slices, so that nothing else waits.
 * @param items must not change meanwhile: copy a list that may
 * @param signal ends the work
 * @throws the signal's reason once it is aborted
 */
export async function inSlices<T>(
  items: readonly T[],
  work: (item: T) => void,
  clock: Pick<Clock, "elapsed" | "after">,
  signal?: AbortSignal,
): Promise<void> {
  let since = clock.elapsed();
  for (const [index, item] of items.entries()) {
    if (index % BATCH === 0 && clock.elapsed() - since >= SLICE) {
      await new Promise<void>((resolve) => clock.after(0, resolve));
      signal?.throwIfAborted();
      since = clock.elapsed();
    }
    work(item);
  }
}
