import { MAX_SCORES } from "../base/limits";
import { isObject, readIdText, readNumber, type JsonObject } from "../base/readJson";
import { append, compareTexts, sortInPlace } from "./lists";
import type { Status } from "./status";

/** A number that a check measured. */
export interface Score {
  /** As Oz API writes it, for example confidence_spoofing. */
  readonly name: string;
  readonly value: number;
  /** From here on the check found an attack, the same person or a match. Undefined if the reply names none. */
  readonly threshold: number | undefined;
  /** From here up to `threshold`, a face match may need an operator. Undefined if the reply names none. */
  readonly lowerThreshold: number | undefined;
  /** The IDs by which the reply names the file; empty for a score of the whole analysis. */
  readonly mediaIds: readonly string[];
}

/** How a type of analysis is measured (section 6.4 of oz-api.md). */
interface Measure {
  readonly name: string;
  readonly thresholds: readonly string[];
  readonly lowerThreshold?: string;
  /** Whether the highest of several scores decides: one attack or match is enough. Else the least similar pair does. */
  readonly isHighestDeciding: boolean;
}

const LIVENESS: Measure = {
  name: "confidence_spoofing",
  thresholds: ["threshold_spoofing"],
  isHighestDeciding: true,
};
const FACE_MATCH: Measure = {
  name: "min_confidence",
  thresholds: ["threshold_max"],
  lowerThreshold: "threshold_min",
  isHighestDeciding: false,
};
const COLLECTION: Measure = {
  name: "confidence",
  thresholds: ["threshold_max", "decision_threshold"],
  isHighestDeciding: true,
};

const MEASURES = new Map<string | undefined, Measure>([
  ["QUALITY", LIVENESS],
  ["LIVENESS", LIVENESS],
  ["BIOMETRY", FACE_MATCH],
  ["COLLECTION", COLLECTION],
  ["BLACKLIST", COLLECTION],
]);

/** The members by which a result names its file (section 6.4 of oz-api.md). */
export const REFERENCE_IDS = [
  "media_id",
  "source_media_id",
  "source_video_id",
  "source_shots_set_id",
  "source_image_id",
];

const NO_IDS: readonly string[] = [];

function referenceIds(result: JsonObject): readonly string[] {
  let ids: string[] | undefined;
  for (const name of REFERENCE_IDS) {
    const id = readIdText(result[name]);
    if (id !== undefined) ids = append(ids, id);
  }
  return ids ?? NO_IDS;
}

/** @param name one of `MEASURES`, so never a member that every object inherits */
function numberMember(holder: unknown, name: string): number | undefined {
  return isObject(holder) ? readNumber(holder[name]) : undefined;
}

function readThreshold({ confs, params, results_data }: JsonObject, name: string): number | undefined {
  return numberMember(confs, name) ?? numberMember(params, name) ?? numberMember(results_data, name);
}

/** @returns the first of the named thresholds that the analysis has, wherever it stands */
function firstThreshold(analysis: JsonObject, names: readonly string[]): number | undefined {
  for (const name of names) {
    const threshold = readThreshold(analysis, name);
    if (threshold !== undefined) return threshold;
  }
  return undefined;
}

/**
 * @param type upper-case analysis type
 * @returns the scores of the first `MAX_SCORES` media and, for a face match or without them, the analysis's own; the
 * deciding one first, so that the order of the reply does not matter. Empty if the type has no scores or the reply gives
 * none
 */
export function readScores(analysis: JsonObject, type: string | undefined): readonly Score[] {
  const measure = MEASURES.get(type);
  if (!measure) return [];
  const { name, isHighestDeciding } = measure;
  const threshold = firstThreshold(analysis, measure.thresholds);
  const lower = measure.lowerThreshold && readThreshold(analysis, measure.lowerThreshold);
  const lowerThreshold = typeof lower === "number" && lower < (threshold ?? Infinity) ? lower : undefined;
  let scores: Score[] | undefined;
  const media: readonly unknown[] = Array.isArray(analysis.results_media) ? analysis.results_media : [];
  for (const medium of media.length > MAX_SCORES ? media.slice(0, MAX_SCORES) : media) {
    const value = isObject(medium) ? numberMember(medium.results_data, name) : undefined;
    if (value === undefined) continue;
    const mediaIds = referenceIds(medium as JsonObject);
    scores = append(scores, { name, value, threshold, lowerThreshold, mediaIds });
  }
  const own = numberMember(analysis.results_data, name);
  if (own !== undefined && !(scores && isHighestDeciding))
    scores = append(scores, { name, value: own, threshold, lowerThreshold, mediaIds: NO_IDS });
  if (!scores || scores.length === 1) return scores ?? [];
  return sortInPlace(scores, (a, b) => {
    const byValue = isHighestDeciding ? b.value - a.value : a.value - b.value;
    return byValue || compareTexts(a.mediaIds.join(), b.mediaIds.join());
  });
}

/** @returns whether a score is where a face match may need an operator: above the lower threshold and below the other */
export function isBetweenThresholds({
  value,
  threshold = -Infinity,
  lowerThreshold = Infinity,
}: Score): boolean {
  return value >= lowerThreshold && value < threshold;
}

/** How close to a threshold a score is "near" it: little more light or another frame may turn the result. */
export const NEAR_THRESHOLD = 0.05;

/** Decimal places in which distances are compared: 0.55 - 0.5 is more than 0.05 in binary. */
const PRECISION = 1e9;

/** @returns whether a score is at most `NEAR_THRESHOLD` away from one of its thresholds */
export function isNearThreshold({ value, threshold, lowerThreshold }: Score): boolean {
  return [threshold, lowerThreshold].some(
    (one) =>
      one !== undefined &&
      Math.round(Math.abs(value - one) * PRECISION) <= Math.round(NEAR_THRESHOLD * PRECISION),
  );
}

/**
 * @param result of the analysis
 * @returns whether a score can be the reason for a result: it is on the side of the threshold that gives it. True if that
 * is not known
 */
export function explains({ name, value, threshold, lowerThreshold }: Score, result: Status): boolean {
  // Liveness never needs an operator, and a collection may ask for one whatever it finds.
  if (result === "OPERATOR_REQUIRED" && name !== FACE_MATCH.name) return name === COLLECTION.name;
  if (threshold === undefined) return true;
  if (result === "OPERATOR_REQUIRED") return value < threshold && value >= (lowerThreshold ?? value);
  // From the threshold on, it is the same person; or an attack, or a match in a collection.
  const isDeclined = name === FACE_MATCH.name ? value < threshold : value >= threshold;
  return result === "DECLINED" ? isDeclined : !isDeclined;
}
