import type { KnownStatus } from "../../status/status";
import type { JsonMembers } from "../server/json";

/** A member that the server does not send at all. */
export const ABSENT = Symbol("absent");

/** A status member as it is written: any word, null, or not there. */
export type Written = string | null | typeof ABSENT;

/** How an analysis ends. PROCESSING never does; FAILED is its state too, the others are results of a FINISHED one. */
export type Ending = Extract<
  KnownStatus,
  "PROCESSING" | "FAILED" | "DECLINED" | "OPERATOR_REQUIRED" | "SUCCESS"
>;

export interface AnalysisPlan {
  readonly type: string;
  readonly ends: Ending;
  /** Seconds from the POST of the group until it ends. */
  readonly after: number;
  /** What is written in place of the words that follow from how it ended. */
  readonly says?: {
    readonly state?: Written;
    readonly resolution_status?: Written;
    readonly resolution?: Written;
  };
  /** Of a FAILED one. */
  readonly error?: { readonly code: number; readonly message: string };
  /** Scores before 5.0 were three, and some replies have none (oz-api.md 6.4). Default: one as of today. */
  readonly scores?: "three" | "none";
}

/** The analyses of one POST. */
export interface GroupPlan {
  /** Seconds from the creation of the folder. */
  readonly at: number;
  readonly analyses: readonly AnalysisPlan[];
}

/**
 * Which names a server gives to the id of an analysis and of a group (oz-api.md 6.2, 9):
 * `5` and `6` are the generations, `both` has the old and the new name, `analyse` is the third spelling,
 * `ungrouped` names no group at all.
 */
export type Dialect = "5" | "6" | "both" | "analyse" | "ungrouped";

/** What a folder holds. `cleared` media has lost its links, `null` is a folder whose `media` is null. */
export type MediaPlan =
  "selfie and document" | "video" | "document" | "photos" | "shots" | "none" | "cleared" | "null";

type MetaDataPlan = "person" | "names" | "hostile" | "deep" | "empty" | "none";

/** One kind of folder that a developer may meet. */
export interface Scenario {
  readonly name: string;
  /** One sentence on what a newcomer sees. */
  readonly shows: string;
  readonly groups: readonly GroupPlan[];
  /** What the folder says at the end, in place of the words that follow from its analyses. */
  readonly says?: { readonly resolution_status?: Written; readonly system_resolution?: Written };
  /** Default `both`. */
  readonly dialect?: Dialect;
  /** Default `selfie and document`. */
  readonly media?: MediaPlan;
  /** Default `person`. */
  readonly metaData?: MetaDataPlan;
  /** Further members of the folder, or other values for them. */
  readonly members?: JsonMembers;
  /** How often it comes among the older folders, next to the others. Default 1. */
  readonly weight?: number;
}

/** @returns the plan of an analysis that ends as told, `after` seconds from its POST */
export function analysis(
  type: "QUALITY" | "BIOMETRY" | "DOCUMENTS" | "COLLECTION",
  ends: Ending,
  after: number,
  more: Omit<AnalysisPlan, "type" | "ends" | "after"> = {},
): AnalysisPlan {
  return { type, ends, after, ...more };
}

/** @returns the plan of a group posted `at` seconds after the creation of the folder */
export function group(at: number, ...analyses: AnalysisPlan[]): GroupPlan {
  return { at, analyses };
}
