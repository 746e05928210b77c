import { hasEnded } from "../../status/effectiveStatus";
import type { FolderStore } from "../store/folderStore";
import type { RawReplies } from "../store/rawReplies";
import type { Watches } from "../watch/watches";

/** What to poll right now. */
export interface PollTargets {
  /** Whether to poll the list. */
  readonly list: boolean;
  /** Folders to poll: watched or open ones that can still change by themselves, and watched ones that are not loaded yet. */
  readonly running: readonly string[];
  /** Those of `running` that are not loaded yet. */
  readonly notLoaded: readonly string[];
  /** Whether there are watched folders that change only if another group is posted. */
  readonly resting: boolean;
  /** Whether the window has the focus. */
  readonly focused: boolean;
}

/** What is on screen. */
export interface Visible {
  /** Whether the list is visible. */
  readonly list: boolean;
  /** Folders that are visible outside the list, such as explained ones. */
  readonly folderIds: readonly string[];
  /** Whether the window has the focus. */
  readonly focused: boolean;
}

/** @returns what to poll, given what is on screen, watched and open; nothing while no connection is shown */
export function pollTargets(
  folders: { readonly store: FolderStore; readonly watches: Watches; readonly rawReplies: RawReplies },
  { list, folderIds, focused }: Visible,
): PollTargets {
  const { store, watches, rawReplies } = folders;
  if (store.key === undefined) return { list: false, running: [], notLoaded: [], resting: false, focused };
  const open = [...folderIds, ...rawReplies.ids].filter((id) => {
    const folder = store.current.get(id);
    return folder && !hasEnded(folder.resolution);
  });
  const running = [...new Set([...watches.running, ...open])];
  const notLoaded = running.filter((id) => !store.current.get(id));
  return { list, running, notLoaded, resting: watches.resting.length > 0, focused };
}
