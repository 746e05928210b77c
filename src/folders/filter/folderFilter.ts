import type { Status } from "../../status/status";

/** A member of the metadata and its exact value. */
export interface MetaDataCondition {
  /** A name, or a path of names joined by dots; numbers index arrays. */
  readonly key: string;
  readonly value: string;
}

/** Which folders to show: every given condition must hold; of a list, any one entry. */
export interface FolderFilter {
  /** See `effectiveStatus`. */
  readonly results?: readonly Status[] | undefined;
  /** Its `resolution_status`, or what follows from its analyses. */
  readonly statuses?: readonly Status[] | undefined;
  /** Labels of analysis types; the folder has at least one of them. */
  readonly analyses?: readonly string[] | undefined;
  /** When it was created. */
  readonly created?: Period | undefined;
  readonly metaData?: readonly MetaDataCondition[] | undefined;
  /** Occurs in its IDs, metadata or comment, ignoring case. */
  readonly text?: string | undefined;
}

/** Where a relative period begins. */
export const SINCE = ["hour", "today", "yesterday", "week"] as const;
export type Since = (typeof SINCE)[number];

/** Both ends included, in epoch milliseconds. */
export interface TimeRange {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export type Period = { readonly since: Since } | TimeRange;

/** @returns whether the filter has no condition, so that every folder matches */
export function isEmpty(filter: FolderFilter): boolean {
  return Object.values(filter).every(
    (wanted) => wanted === undefined || wanted === "" || isEmptyList(wanted),
  );
}

function isEmptyList(wanted: unknown): boolean {
  return Array.isArray(wanted) && wanted.length === 0;
}
