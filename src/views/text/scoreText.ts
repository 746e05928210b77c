import * as l10n from "@vscode/l10n";
import { inDigits, joined } from "../../base/language";
import { MAX_NAMED_MATCHES } from "../../base/limits";
import type { AnalysisResolution } from "../../status/resolution";
import { isBetweenThresholds, type Score } from "../../status/score";

/** To so many places, and to all if fewer would hide on which side of a threshold it is. */
export function rounded({ value, threshold, lowerThreshold }: Score, places = 3): string {
  const short = Number(value.toFixed(places));
  const isOtherSide = [threshold, lowerThreshold].some(
    (limit) => limit !== undefined && Math.sign(short - limit) !== Math.sign(value - limit),
  );
  return String(isOtherSide ? value : short);
}

/** @returns whether a word says what was measured, before the number; a face match needs none */
export function hasMeasure({ name }: Score): boolean {
  return name === "confidence_spoofing" || name === "confidence";
}

/** @returns the score without its threshold, after a word for what was measured: "spoofing 0.97" */
export function valueInWords(score: Score): string {
  const { name, value, threshold } = score;
  const number = rounded(score);
  if (!hasMeasure(score)) return number;
  if (name === "confidence_spoofing") return l10n.t("spoofing {0}", number);
  if (threshold === undefined) return l10n.t("confidence {0}", number);
  return value >= threshold ? matchedInWords([number]) : l10n.t("closest {0}", number);
}

function matchedInWords(values: readonly string[]): string {
  return l10n.t({
    message: "matched {0}",
    args: [joined(values)],
    comment: ["How alike the face and those found in a collection are: “matched 0.93 and 0.88”"],
  });
}

/**
 * @returns what decided an analysis, with all matches of a collection: "matched 0.93 and 0.88, threshold 0.85"; "" if the
 * reply has no scores
 */
export function scoresInWords({ scores }: AnalysisResolution): string {
  const [score] = scores;
  if (!score) return "";
  const { threshold } = score;
  return threshold === undefined || matchesOf(scores).length < 2
    ? scoreInWords(score)
    : withThreshold(matchesInWords(scores), threshold);
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
  return matchedInWords([...named, ...(more > 0 ? [l10n.t("{0} more", inDigits(more))] : [])]);
}

/**
 * @returns the score and, if the reply has it, the threshold: "spoofing 0.97, threshold 0.5", "0.41, threshold 0.85",
 * "0.8, between 0.75 and 0.85", "matched 0.93, threshold 0.85"
 */
export function scoreInWords(score: Score): string {
  const { threshold, lowerThreshold } = score;
  const words = valueInWords(score);
  if (threshold === undefined)
    return lowerThreshold === undefined ? words : l10n.t("{0}, lower threshold {1}", words, lowerThreshold);
  return lowerThreshold !== undefined && isBetweenThresholds(score)
    ? l10n.t("{0}, between {1} and {2}", words, lowerThreshold, threshold)
    : withThreshold(words, threshold);
}

function withThreshold(words: string, threshold: number): string {
  return l10n.t("{0}, threshold {1}", words, threshold);
}
