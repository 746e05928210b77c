import type { Clock } from "../../base/clock";
import { OverviewSums, type SummedFolder } from "./overviewSums";

/** Milliseconds of work after which the extension host gets its turn: far less than anyone notices. */
const SLICE = 5;

/** Folders between two looks at the clock: one takes some microseconds, the largest that is read some milliseconds. */
const BATCH = 20;

/**
 * Sums up many folders in slices, so that nothing else waits.
 * @param folders must not change meanwhile: copy a list that may
 * @param signal ends the work; the sums are then incomplete
 */
export async function sumUp(
  folders: readonly SummedFolder[],
  clock: Pick<Clock, "elapsed" | "after">,
  signal?: AbortSignal,
): Promise<OverviewSums> {
  const sums = new OverviewSums();
  let since = clock.elapsed();
  for (const [index, folder] of folders.entries()) {
    if (index % BATCH === 0 && clock.elapsed() - since >= SLICE) {
      await new Promise<void>((resolve) => clock.after(0, resolve));
      if (signal?.aborted === true) break;
      since = clock.elapsed();
    }
    sums.add(folder);
  }
  return sums;
}
