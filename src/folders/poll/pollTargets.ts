import type { FolderStore } from "../store/folderStore";
import type { FolderArrivals } from "../watch/folderArrivals";
import type { Watches } from "../watch/watches";

/** What to poll right now. */
export interface PollTargets {
  /** Whether to poll the list. */
  readonly list: boolean;
  /** Whether new folders are waited for. */
  readonly awaitsNew: boolean;
  /**
   * Folders to poll: watched or open ones that can still change by themselves or are not loaded yet, and those listed,
   * watched or open whose own reply is needed.
   */
  readonly running: readonly string[];
  /** Those of `running` that are not loaded yet. */
  readonly notLoaded: readonly string[];
  /** Those of `running` of which only their own reply tells what is true: they may be gone, or were not read since a change. */
  readonly doubted: readonly string[];
  /** Watched or open folders that change only if another group is posted, and watched ones that are gone. */
  readonly resting: readonly string[];
  /** Whether the window has the focus. */
  readonly focused: boolean;
}

/** What is on screen. */
export interface Visible {
  /** Whether the list is visible. */
  readonly list: boolean;
  /** Folders that are open or awaited, except those that the server no longer has. */
  readonly folderIds: readonly string[];
  /** Whether the window has the focus. */
  readonly focused: boolean;
}

/** @returns what to poll, given what is on screen, watched and open; nothing while no connection is shown */
export function pollTargets(
  {
    store,
    watches,
    arrivals,
  }: { readonly store: FolderStore; readonly watches: Watches; readonly arrivals: FolderArrivals },
  { list, folderIds, focused }: Visible,
): PollTargets {
  if (store.key === undefined)
    return { list: false, awaitsNew: false, running: [], notLoaded: [], doubted: [], resting: [], focused };
  const hasRest = (id: string): boolean => store.current.isAtRest(id);
  const open = new Set(folderIds);
  const isSeen = (id: string): boolean => list || watches.has(id) || open.has(id) || arrivals.awaits(id);
  const unsettled = store.current.unsettledIds.filter(isSeen);
  const doubted = store.current.doubtedIds.filter(isSeen);
  const openRunning = folderIds.filter((id) => !hasRest(id));
  const running = [...new Set([...watches.running, ...openRunning, ...unsettled])];
  const notLoaded = running.filter((id) => !store.current.get(id));
  const resting = [...new Set([...watches.resting, ...folderIds.filter(hasRest)])];
  const awaitsNew = arrivals.current !== undefined;
  return { list, awaitsNew, running, notLoaded, doubted, resting, focused };
}
