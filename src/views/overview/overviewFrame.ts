import * as l10n from "@vscode/l10n";
import { counted } from "../../base/language";
import type { LiveOverview } from "../../folders/overview/liveOverview";
import type { FolderStore } from "../../folders/store/folderStore";
import { staleReason, type DocumentSource } from "../documentUri";
import { exactMinute, zonesInWords } from "../text/formatTime";

/** What the panel says about the figures beside themselves. */
export interface Frame {
  /** The filter in words, empty for all folders; undefined for the loaded ones. */
  readonly name: string | undefined;
  /** How many folders the server has, if not all are loaded; undefined also if it did not say, and for a filter. */
  readonly total: number | undefined;
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
  /** When they were read, in epoch milliseconds; undefined for the loaded ones. */
  readonly readAt: number | undefined;
  /** What reading them has missed, in sentences. */
  readonly missing: readonly string[];
}

/**
 * @param connection the name of the connection that the folders are of, and its source
 * @param shown the connection that is shown now
 */
export function frameOf(
  { live, name, readAt, missing }: ShownOverview,
  store: FolderStore,
  connection: { readonly name: string; readonly source: DocumentSource },
  shown: DocumentSource,
): Frame {
  const isStale = !live.isFollowed || connection.source.key !== shown.key;
  const { count, created } = live.overview;
  const { all, gapIndex, hasMore, totalCount = 0 } = store.current;
  const isPart = readAt === undefined && !isStale && hasMore;
  const total = isPart && totalCount > count ? totalCount : undefined;
  const times = [created?.from, created?.to, readAt].filter((time) => time !== undefined);
  return {
    name,
    total,
    sentences: [
      l10n.t("Connection: {0}", connection.name),
      ...(created
        ? [l10n.t("Created from {0} to {1}.", exactMinute(created.from), exactMinute(created.to))]
        : []),
      ...(readAt === undefined || isStale
        ? []
        : [
            l10n.t(
              "Read at {0}. Later changes are included as Oz Inspector reads them.",
              exactMinute(readAt),
            ),
          ]),
      ...(isPart ? notCounted(total, all.length - gapIndex) : []),
      ...missing,
      ...(times.length === 0 ? [] : [zonesInWords(times)]),
    ],
    mark: isStale ? staleReason(connection.source, shown) : undefined,
  };
}

/** @param older how many loaded folders are older than the part of the list that is loaded without a gap */
function notCounted(total: number | undefined, older: number): readonly string[] {
  if (total === undefined && older === 0) return [l10n.t("Older folders are not loaded and not counted.")];
  const loaded = l10n.t("Only the loaded folders are counted.");
  if (older === 0) return [loaded];
  return [
    loaded,
    counted(
      l10n.t(
        "{0} of them is older than the rest of the list and changes the shares: a filter, a look-up or a watch found it.|{0} of them are older than the rest of the list and change the shares: a filter, a look-up or a watch found them.",
      ),
      older,
    ),
  ];
}
