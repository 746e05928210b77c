import type { KnownStatus } from "../../status/status";
import type { JsonMembers } from "../server/json";

/** Marks a member that the server omits. */
export const ABSENT = Symbol("absent");

/** What the server writes into a status field: any text, null, or nothing at all. */
export type Written = string | null | typeof ABSENT;

/** How an analysis ends; PROCESSING means never. FAILED is also its state; the others are results of a FINISHED one. */
export type Ending = Extract<
  KnownStatus,
  "PROCESSING" | "FAILED" | "DECLINED" | "OPERATOR_REQUIRED" | "SUCCESS"
>;

export interface AnalysisPlan {
  readonly type: string;
  readonly ends: Ending;
  /** Seconds from the POST of the group until it ends. */
  readonly after: number;
  /** Statuses to write at the end instead of those that follow from `ends`. */
  readonly overrides?: {
    readonly state?: Written;
    readonly resolution_status?: Written;
    readonly resolution?: Written;
  };
  /** Written if the analysis FAILED. */
  readonly error?: { readonly code: number; readonly message: string };
  /**
   * Servers before 5.0 gave three scores, some give none (oz-api.md 6.4). Numbers are the exact scores: of each medium for
   * liveness, of each match for a collection, one for face match. Default: one invented score of each kind.
   */
  readonly scores?: "three" | "none" | readonly number[];
}

/** A group to post. */
export interface GroupPlan {
  /** Seconds from the creation of the folder. */
  readonly at: number;
  readonly analyses: readonly AnalysisPlan[];
}

/**
 * How a server names the IDs of analyses and groups (oz-api.md 6.2, 9): as version `5` or `6` does, under `both` names,
 * in the third spelling (`analyse`), or without a group ID (`ungrouped`). A `numeric` server has the names of version 5, but
 * numbers instead of UUIDs.
 */
export type Dialect = "5" | "6" | "both" | "analyse" | "ungrouped" | "numeric";

/** The media of a folder. `cleared` media have no links; `null` writes null instead of a list. */
export type MediaPlan =
  | "selfie and document"
  | "video"
  | "three videos"
  | "document"
  | "photos"
  | "shots"
  | "none"
  | "cleared"
  | "null";

type MetaDataPlan = "person" | "names" | "hostile" | "deep" | "empty" | "none";

/** A kind of folder that a developer may come across. */
export interface Scenario {
  readonly name: string;
  /** One sentence that explains the folder to a newcomer. */
  readonly description: string;
  readonly groups: readonly GroupPlan[];
  /** Statuses to write at the end instead of those that follow from the analyses. */
  readonly overrides?: { readonly resolution_status?: Written; readonly system_resolution?: Written };
  /** Seconds for which a posted analysis is INITIAL before it is PROCESSING. Default 0. */
  readonly queue?: number;
  /** Seconds for which the folder still says PROCESSING after its last analysis has ended. Default 0. */
  readonly lag?: number;
  /** Whether `system_resolution` keeps the last result while another group is running. Default false: PROCESSING. */
  readonly keepsResult?: boolean;
  /** Default `both`. */
  readonly dialect?: Dialect;
  /** Default `selfie and document`. */
  readonly media?: MediaPlan;
  /** Default `person`. */
  readonly metaData?: MetaDataPlan;
  /** Members to add to the JSON of the folder or to replace in it. */
  readonly members?: JsonMembers;
  /** How often it occurs among older folders, relative to the others. Default 1. */
  readonly weight?: number;
}

/** @param after seconds from the POST until the analysis ends */
export function analysis(
  type: "QUALITY" | "BIOMETRY" | "DOCUMENTS" | "COLLECTION",
  ends: Ending,
  after: number,
  more: Omit<AnalysisPlan, "type" | "ends" | "after"> = {},
): AnalysisPlan {
  return { type, ends, after, ...more };
}

/** @param at seconds from the creation of the folder until the POST */
export function group(at: number, ...analyses: AnalysisPlan[]): GroupPlan {
  return { at, analyses };
}

/**
 * Adds a group whose liveness succeeds and whose face match ends as given. Drops the overrides of the folder, because its
 * end has changed.
 * @param elapsed milliseconds from the creation of the folder to the POST
 */
export function analysedAgain(scenario: Scenario, elapsed: number, ends: Ending): Scenario {
  const error = { code: 11, message: "Face not found in source media" };
  const faceMatch = analysis("BIOMETRY", ends, 6, ends === "FAILED" ? { error } : {});
  const added = group(elapsed / 1000, analysis("QUALITY", "SUCCESS", 4), faceMatch);
  return { ...scenario, overrides: undefined, groups: [...scenario.groups, added] };
}
