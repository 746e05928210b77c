import type { Clock } from "../../base/clock";
import { inSlices } from "../../base/slices";
import { OverviewSums, type SummedFolder } from "./overviewSums";

/**
 * Sums up many folders in slices, so that nothing else waits.
 * @param folders must not change meanwhile: copy a list that may
 * @param signal ends the work
 * @throws the signal's reason once it is aborted
 */
export async function sumUp(
  folders: readonly SummedFolder[],
  clock: Pick<Clock, "elapsed" | "after">,
  signal?: AbortSignal,
): Promise<OverviewSums> {
  const sums = new OverviewSums();
  await inSlices(folders, (folder) => sums.add(folder), clock, signal);
  return sums;
}
