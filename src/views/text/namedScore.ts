import type { Score } from "../../status/score";
import { scoreInWords } from "./analysisText";

/** @returns what the score is of, the score and, where the reply names it, the threshold */
export function namedScore(score: Score): string {
  return `${score.name === "confidence_spoofing" ? "spoofing" : "confidence"} ${scoreInWords(score)}`;
}
