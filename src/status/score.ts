import { MOST_SCORES } from "../base/limits";
import { isObject, type JsonObject } from "../base/readJson";
import { append } from "./lists";

/** One number that a check was judged by. */
export interface Score {
  /** As Oz API writes it, for example confidence_spoofing. */
  readonly name: string;
  readonly value: number;
  /** The threshold that the reply names; undefined where it names none. */
  readonly threshold: number | undefined;
}

/** Where each type keeps its score and its thresholds (section 6.4 of oz-api.md). */
const PLACES = new Map<string | undefined, { name: string; thresholds: readonly string[] }>([
  ["QUALITY", { name: "confidence_spoofing", thresholds: ["threshold_spoofing"] }],
  ["BIOMETRY", { name: "min_confidence", thresholds: ["threshold_max", "threshold_min"] }],
  ["COLLECTION", { name: "confidence", thresholds: ["threshold_max", "decision_threshold"] }],
]);

/** @param name one of ours, and so none that every object inherits */
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
 * @returns the scores in the order of the reply: of the analysis itself first, then of each of its media; empty
 * where the type has none or the reply does not give them. Of media no more than `MOST_SCORES` are looked at
 */
export function readScores(analysis: JsonObject, type: string | undefined): readonly Score[] {
  const place = PLACES.get(type);
  if (!place) return [];
  const { name, thresholds } = place;
  const threshold =
    readThreshold(analysis.confs, thresholds) ??
    readThreshold(analysis.params, thresholds) ??
    readThreshold(analysis.results_data, thresholds);
  let scores: Score[] | undefined;
  const own = readNumber(analysis.results_data, name);
  if (own !== undefined) scores = [{ name, value: own, threshold }];
  const media: unknown = analysis.results_media;
  if (!Array.isArray(media)) return scores ?? [];
  for (const one of media.length > MOST_SCORES ? media.slice(0, MOST_SCORES) : media) {
    const value = isObject(one) ? readNumber(one.results_data, name) : undefined;
    if (value !== undefined) scores = append(scores, { name, value, threshold });
  }
  return scores ?? [];
}
