import type { Status } from "../../status/status";

/** A member of a folder's metadata and the text that it is to have. */
export interface MetaDataCondition {
  /** A name, or names joined by dots for what lies deeper; whole numbers index lists. */
  readonly key: string;
  readonly value: string;
}

/** What to show of the folders: all that is given must hold, and in a list any one of it. */
export interface FolderFilter {
  /** The one status that stands for a folder, see `shownStatus`. */
  readonly results?: readonly Status[] | undefined;
  /** How far it is: its `resolution_status`, or what its analyses say. */
  readonly statuses?: readonly Status[] | undefined;
  /** Types of analyses in words, as rows call them; a folder has one of them at least. */
  readonly analyses?: readonly string[] | undefined;
  /** When it was created. */
  readonly created?: Period | undefined;
  readonly metaData?: readonly MetaDataCondition[] | undefined;
  /** Stands somewhere in its ids, its metadata or its comment, in whatever case. */
  readonly text?: string | undefined;
}

/** Where a period that moves with the clock begins. */
export const SINCE = ["hour", "today", "yesterday", "week"] as const;
export type Since = (typeof SINCE)[number];

/** A period in time, both ends included, in epoch milliseconds. */
export interface TimeRange {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export type Period = { readonly since: Since } | TimeRange;

/** @returns whether the filter asks for nothing and so lets everything through */
export function isEmpty(filter: FolderFilter): boolean {
  return Object.values(filter).every(
    (wanted) => wanted === undefined || wanted === "" || isEmptyList(wanted),
  );
}

function isEmptyList(wanted: unknown): boolean {
  return Array.isArray(wanted) && wanted.length === 0;
}
