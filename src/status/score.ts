import { MAX_SCORES } from "../base/limits";
import { isObject, type JsonObject } from "../base/readJson";
import { append } from "./lists";

/** A number that decided a check. */
export interface Score {
  /** As Oz API writes it, for example confidence_spoofing. */
  readonly name: string;
  readonly value: number;
  /** Undefined if the reply names no threshold. */
  readonly threshold: number | undefined;
}

/** The members that hold the score and the thresholds of each type (section 6.4 of oz-api.md). */
const MEMBERS = new Map<string | undefined, { name: string; thresholds: readonly string[] }>([
  ["QUALITY", { name: "confidence_spoofing", thresholds: ["threshold_spoofing"] }],
  ["BIOMETRY", { name: "min_confidence", thresholds: ["threshold_max", "threshold_min"] }],
  ["COLLECTION", { name: "confidence", thresholds: ["threshold_max", "decision_threshold"] }],
]);

/** @param name one of `MEMBERS`, so never a member that every object inherits */
function readNumber(holder: unknown, name: string): number | undefined {
  const number = isObject(holder) ? holder[name] : undefined;
  return Number.isFinite(number) ? (number as number) : undefined;
}

function readThreshold(holder: unknown, names: readonly string[]): number | undefined {
  for (const name of names) {
    const threshold = readNumber(holder, name);
    if (threshold !== undefined) return threshold;
  }
  return undefined;
}

/**
 * @param type upper-case analysis type
 * @returns the analysis's own score, then those of its first `MAX_SCORES` media, in the order of the reply; empty if
 * the type has no scores or the reply gives none
 */
export function readScores(analysis: JsonObject, type: string | undefined): readonly Score[] {
  const members = MEMBERS.get(type);
  if (!members) return [];
  const { name, thresholds } = members;
  const threshold =
    readThreshold(analysis.confs, thresholds) ??
    readThreshold(analysis.params, thresholds) ??
    readThreshold(analysis.results_data, thresholds);
  let scores: Score[] | undefined;
  const own = readNumber(analysis.results_data, name);
  if (own !== undefined) scores = [{ name, value: own, threshold }];
  const media: unknown = analysis.results_media;
  if (!Array.isArray(media)) return scores ?? [];
  for (const medium of media.length > MAX_SCORES ? media.slice(0, MAX_SCORES) : media) {
    const value = isObject(medium) ? readNumber(medium.results_data, name) : undefined;
    if (value !== undefined) scores = append(scores, { name, value, threshold });
  }
  return scores ?? [];
}
