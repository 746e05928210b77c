import type { FindingCode } from "../../status/finding";
import type { Status } from "../../status/status";

/** A member of the metadata and its exact value. */
export interface MetaDataCondition {
  /** A name, or a path of names joined by dots; numbers index arrays. */
  readonly key: string;
  readonly value: string;
}

/** From `from` on, up to but without `below`; an end that is missing is open. */
export interface NumberRange {
  readonly from?: number | undefined;
  readonly below?: number | undefined;
}

/** What the deciding score of one analysis that has ended is like. */
export interface ScoreCondition extends NumberRange {
  /** What the analysis checks, see `analysisKind`. */
  readonly analysis: string;
  /** The result of the analysis. */
  readonly result?: Status | undefined;
  /** Whether the score must be near a threshold, see `isNearThreshold`. */
  readonly near?: boolean | undefined;
}

/** Which folders to show: those that meet every condition. A list is met by any of its entries. */
export interface FolderFilter {
  /** The result, as `effectiveStatus` returns it. */
  readonly results?: readonly Status[] | undefined;
  /** The status: `resolution_status`, or computed from the analyses. */
  readonly statuses?: readonly Status[] | undefined;
  /** What analyses check, see `analysisKind`: the folder has an analysis of at least one. */
  readonly analyses?: readonly string[] | undefined;
  readonly score?: ScoreCondition | undefined;
  /** Milliseconds from the creation of the deciding group to its result, see `timeTaken`. */
  readonly timeTaken?: NumberRange | undefined;
  /** Error codes: an analysis has failed with one of them; an empty text stands for a failure without a code. */
  readonly errorCodes?: readonly string[] | undefined;
  /** What the reply itself shows; what takes too long depends on the time. */
  readonly findings?: readonly FindingCode[] | undefined;
  /** When the folder was created. */
  readonly created?: Period | undefined;
  readonly metaData?: readonly MetaDataCondition[] | undefined;
  /** A text in the IDs, metadata or comment, ignoring case. */
  readonly text?: string | undefined;
}

/** The conditions that one figure of an overview may have. Its period is absolute. */
export type FigureFilter = Pick<
  FolderFilter,
  "results" | "score" | "timeTaken" | "errorCodes" | "findings" | "created"
>;

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
