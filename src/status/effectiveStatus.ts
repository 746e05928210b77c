import type { FolderResolution } from "./resolution";
import { isUnsettled, type Status } from "./words";

/**
 * @returns the one status that stands for the folder: its result, or its status where no result is known, or
 * UNKNOWN where neither is
 */
export function effectiveStatus({ result, status }: Pick<FolderResolution, "result" | "status">): Status {
  return result ?? status ?? "UNKNOWN";
}

/**
 * @returns whether the folder has reached its end: terminal, and the server has written the result too. Between the
 * last analysis and the folder there is a moment in which it has not.
 */
export function hasEnded(resolution: FolderResolution): boolean {
  return resolution.terminal && !isUnsettled(effectiveStatus(resolution));
}
