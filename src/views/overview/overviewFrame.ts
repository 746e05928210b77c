import * as l10n from "@vscode/l10n";
import type { LiveOverview } from "../../folders/overview/liveOverview";
import type { FolderStore } from "../../folders/store/folderStore";
import { staleReason, type DocumentSource } from "../documentUri";
import { folderCount } from "../text/folderText";
import { exactMinute } from "../text/formatTime";

/** What the panel says about the figures beside themselves. */
export interface Frame {
  /** The filter in words, empty for all folders; undefined for the loaded ones. */
  readonly name: string | undefined;
  /** Whose folders these are, and which are missing: sentences. */
  readonly sentences: readonly string[];
  /** Why the figures do not follow the folders; undefined if they do. */
  readonly mark: string | undefined;
}

/** What is shown, and whose it is. */
export interface ShownOverview {
  readonly live: LiveOverview;
  /** The filter in words, empty for all folders; undefined for the loaded ones. */
  readonly name: string | undefined;
  /** What reading them has missed, in sentences. */
  readonly missing: readonly string[];
}

/**
 * @param connection the name of the connection that the folders are of, and its source
 * @param shown the connection that is shown now
 */
export function frameOf(
  { live, name, missing }: ShownOverview,
  store: FolderStore,
  connection: { readonly name: string; readonly source: DocumentSource },
  shown: DocumentSource,
): Frame {
  const isStale = !live.isFollowed || connection.source.key !== shown.key;
  const { created } = live.overview;
  return {
    name,
    sentences: [
      l10n.t("Connection: {0}", connection.name),
      ...(created
        ? [l10n.t("Created from {0} to {1}.", exactMinute(created.from), exactMinute(created.to))]
        : []),
      ...(live.filter || isStale ? [] : notLoaded(store)),
      ...missing,
    ],
    mark: isStale ? staleReason(connection.source, shown) : undefined,
  };
}

function notLoaded({ current: { hasMore, totalCount } }: FolderStore): readonly string[] {
  if (!hasMore) return [];
  return totalCount === undefined
    ? [l10n.t("Older folders are not loaded and not counted.")]
    : [l10n.t("The server has {0}; those that are not loaded are not counted.", folderCount(totalCount))];
}
