import { MAX_NAMED_MATCHES } from "../../base/limits";
import type { AnalysisResolution } from "../../status/resolution";
import { isBetweenThresholds, type Score } from "../../status/score";
import { joined } from "./joined";

/** To so many places, and to all if fewer would hide on which side of a threshold it is. */
export function rounded({ value, threshold, lowerThreshold }: Score, places = 3): string {
  const short = Number(value.toFixed(places));
  const isOtherSide = [threshold, lowerThreshold].some(
    (limit) => limit !== undefined && Math.sign(short - limit) !== Math.sign(value - limit),
  );
  return String(isOtherSide ? value : short);
}

/** @returns what was measured, in a word before the number; a face match needs none */
function measure({ name, value, threshold }: Score): string {
  if (name === "confidence_spoofing") return "spoofing ";
  if (name !== "confidence") return "";
  if (threshold === undefined) return "confidence ";
  return value >= threshold ? "matched " : "closest ";
}

/** @returns the score without its threshold: "spoofing 0.97" */
export function valueInWords(score: Score): string {
  return `${measure(score)}${rounded(score)}`;
}

/**
 * @returns what decided an analysis, with all matches of a collection: "matched 0.93 and 0.88, threshold 0.85"; "" if the
 * reply has no scores
 */
export function scoresInWords({ scores }: AnalysisResolution): string {
  const [score] = scores;
  if (!score) return "";
  return matchesOf(scores).length < 2
    ? scoreInWords(score)
    : `${matchesInWords(scores)}, threshold ${score.threshold}`;
}

/** @returns the same without the threshold, for a narrow row: "matched 0.93 and 0.88" */
export function valuesInWords({ scores }: AnalysisResolution): string {
  const [score] = scores;
  if (!score) return "";
  return matchesOf(scores).length < 2 ? valueInWords(score) : matchesInWords(scores);
}

/** @returns what was found in a collection */
function matchesOf(scores: readonly Score[]): readonly Score[] {
  return scores.filter(
    ({ name, value, threshold }) => name === "confidence" && value >= (threshold ?? Infinity),
  );
}

function matchesInWords(scores: readonly Score[]): string {
  const matches = matchesOf(scores);
  const more = matches.length - MAX_NAMED_MATCHES;
  const named = matches.slice(0, MAX_NAMED_MATCHES).map((score) => rounded(score));
  return `matched ${joined([...named, ...(more > 0 ? [`${more} more`] : [])])}`;
}

/**
 * @returns the score and, if the reply has it, the threshold: "spoofing 0.97, threshold 0.5", "0.41, threshold 0.85",
 * "0.8, between 0.75 and 0.85", "matched 0.93, threshold 0.85"
 */
export function scoreInWords(score: Score): string {
  const { threshold, lowerThreshold } = score;
  const words = valueInWords(score);
  if (threshold === undefined)
    return lowerThreshold === undefined ? words : `${words}, lower threshold ${lowerThreshold}`;
  return isBetweenThresholds(score)
    ? `${words}, between ${lowerThreshold} and ${threshold}`
    : `${words}, threshold ${threshold}`;
}
