import type { Status } from "../../status/status";

/** A member of the metadata and its exact value. */
export interface MetaDataCondition {
  /** A name, or a path of names joined by dots; numbers index arrays. */
  readonly key: string;
  readonly value: string;
}

/** Which folders to show: those that meet every condition. A list is met by any of its entries. */
export interface FolderFilter {
  /** The result, as `effectiveStatus` returns it. */
  readonly results?: readonly Status[] | undefined;
  /** The status: `resolution_status`, or computed from the analyses. */
  readonly statuses?: readonly Status[] | undefined;
  /** What analyses check, see `analysisKind`: the folder has an analysis of at least one. */
  readonly analyses?: readonly string[] | undefined;
  /** When the folder was created. */
  readonly created?: Period | undefined;
  readonly metaData?: readonly MetaDataCondition[] | undefined;
  /** A text in the IDs, metadata or comment, ignoring case. */
  readonly text?: string | undefined;
}

/** When a relative period begins. */
export const SINCE = ["hour", "today", "yesterday", "week"] as const;
export type Since = (typeof SINCE)[number];

/** In epoch milliseconds; both ends are included. */
export interface TimeRange {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export type Period = { readonly since: Since } | TimeRange;

/** @returns whether the filter has no conditions, so that every folder matches */
export function isEmpty(filter: FolderFilter): boolean {
  return Object.values(filter).every(
    (condition) => condition === undefined || condition === "" || isEmptyList(condition),
  );
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
