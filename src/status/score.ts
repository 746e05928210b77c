import { arrayMember, isObject, member } from "./members";

/** One number that a check was judged by. */
export interface Score {
  /** As Oz API writes it, for example confidence_spoofing. */
  readonly name: string;
  readonly value: number;
  /** The threshold that the reply names; undefined where it names none. */
  readonly threshold: number | undefined;
}

/** Where each type keeps its scores and thresholds (section 6.4 of oz-api.md). */
const PLACES = new Map<string, { scores: readonly string[]; thresholds: readonly string[] }>([
  ["QUALITY", { scores: ["confidence_spoofing"], thresholds: ["threshold_spoofing"] }],
  ["BIOMETRY", { scores: ["min_confidence"], thresholds: ["threshold_max", "threshold_min"] }],
  ["COLLECTION", { scores: ["confidence"], thresholds: ["threshold_max", "decision_threshold"] }],
]);

function numberMember(value: unknown, name: string): number | undefined {
  const number = member(value, name);
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

function findThreshold(analysis: unknown, names: readonly string[]): number | undefined {
  for (const home of [
    member(analysis, "confs"),
    member(analysis, "params"),
    member(analysis, "results_data"),
  ]) {
    for (const name of names) {
      const threshold = numberMember(home, name);
      if (threshold !== undefined) return threshold;
    }
  }
  return undefined;
}

/**
 * @param type upper-case analysis type
 * @returns the scores in the order of the reply: of the analysis itself first, then of each of its media; empty
 * where the type has none or the reply does not give them
 */
export function readScores(analysis: unknown, type: string | undefined): readonly Score[] {
  const place = PLACES.get(type ?? "");
  if (!place) return [];
  const threshold = findThreshold(analysis, place.thresholds);
  const holders = [analysis, ...arrayMember(analysis, "results_media")].filter(isObject);
  return holders.flatMap((holder) =>
    place.scores.flatMap((name) => {
      const value = numberMember(member(holder, "results_data"), name);
      return value === undefined ? [] : [{ name, value, threshold }];
    }),
  );
}
