import type { Folders } from "../../folders/folders";
import type { FolderStore } from "../../folders/folderStore";
import type { Notify } from "../../folders/watchMemory";
import type { WatchEnd } from "../../folders/watches";
import { shownStatus } from "../../status/shown";

/** What the user has set. */
export interface NoticeSettings {
  /** Metadata keys by which the user knows folders. */
  readonly labelKeys: () => readonly string[];
  /** What counts where nothing was chosen for a folder. */
  readonly notify: () => Notify;
}

/** Says once that a watched folder has ended, if the user wants to know. Nothing waits for the answer. */
export function announceWatchEnds(
  { watches, store }: Pick<Folders, "watches" | "store">,
  { labelKeys, notify }: NoticeSettings,
): { dispose(): void } {
  return watches.onDidEnd((end) => {
    if (isWanted(end, end.notify ?? notify(), store)) void tell(end, store, labelKeys());
  });
}

function isWanted({ id, reason }: WatchEnd, notify: Notify, store: FolderStore): boolean {
  if (notify !== "problems") return notify === "always";
  const folder = store.get(id);
  return reason === "removed" || !folder || shownStatus(folder.resolution) !== "SUCCESS";
}

async function tell(end: WatchEnd, store: FolderStore, labelKeys: readonly string[]): Promise<void> {
  const { announce } = await import("../details");
  await announce(end, store.get(end.id), labelKeys);
}
