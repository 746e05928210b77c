import * as l10n from "@vscode/l10n";
import { duration } from "../../base/duration";
import { MAX_LINE, MAX_QUOTED_NAME } from "../../base/limits";
import { plainText } from "../../base/plainText";
import type {
  FolderFilter,
  MetaDataCondition,
  NumberRange,
  Period,
  ScoreCondition,
  Since,
} from "../../folders/filter/folderFilter";
import { kindLabel } from "../../status/analysisType";
import { present } from "../../status/presentation";
import { NEAR_THRESHOLD } from "../../status/score";
import type { Status } from "../../status/status";
import { exactTime } from "./formatTime";

const SINCE_IN_WORDS: Readonly<Record<Since, () => string>> = {
  hour: () => l10n.t("in the last hour"),
  today: () => l10n.t("today"),
  yesterday: () => l10n.t("since yesterday"),
  week: () => l10n.t("in the last 7 days"),
};

/**
 * @param limit the maximum number of characters
 * @returns a filter in one line of plain text: "Declined, since yesterday, order_id == 42"
 */
export function filterInWords(filter: FolderFilter, limit = MAX_LINE): string {
  const { results, statuses, analyses, score, timeTaken, errorCodes, findings } = filter;
  const { created, metaData, text } = filter;
  const parts = [
    ...(results?.length ? [statusesInWords(results)] : []),
    ...(statuses?.length ? [l10n.t("status {0}", statusesInWords(statuses))] : []),
    ...(analyses?.length ? [l10n.t("with {0}", either(analyses.map(kindLabel)))] : []),
    ...(score ? [scoreConditionInWords(score)] : []),
    ...(timeTaken ? [rangeInWords(l10n.t("time to result"), timeTaken, duration)] : []),
    ...(errorCodes?.length ? [l10n.t("error code {0}", either(errorCodes.map(errorCodeInWords)))] : []),
    ...(findings?.length ? [l10n.t("finding {0}", either(findings))] : []),
    ...(created ? [periodInWords(created)] : []),
    ...(metaData ?? []).map(conditionInWords),
    ...(text
      ? [l10n.t({ message: "“{0}”", args: [text], comment: "The text that a filter searches for" })]
      : []),
  ];
  return plainText(parts.join(", "), limit);
}

function statusesInWords(statuses: readonly Status[]): string {
  return either(statuses.map((status) => present(status).label));
}

/** @returns "Declined or Failed or Success": a comma would end the condition */
function either(words: readonly string[]): string {
  return words.reduce((all, word) => l10n.t("{0} or {1}", all, word));
}

/** @param code from a server; empty for a failure without one */
export function errorCodeInWords(code: string): string {
  return code === ""
    ? l10n.t({ message: "none", comment: "An analysis failed without an error code" })
    : plainText(code, MAX_QUOTED_NAME);
}

/** @returns "0.45 ≤ Liveness score < 0.5", "Liveness (Declined) score within 0.05 of a threshold" */
function scoreConditionInWords({ analysis, result, near, ...range }: ScoreCondition): string {
  const kind = kindLabel(analysis);
  const subject = result ? `${kind} (${present(result).label})` : kind;
  const words =
    near === true
      ? l10n.t("{0} score within {1} of a threshold", subject, NEAR_THRESHOLD)
      : l10n.t("{0} score", subject);
  return rangeInWords(words, range, String);
}

/** @returns what is measured, between its bounds: "20 s ≤ time to result < 30 s" */
function rangeInWords(words: string, { from, below }: NumberRange, write: (bound: number) => string): string {
  if (from !== undefined && below === undefined) return `${words} ≥ ${write(from)}`;
  const start = from === undefined ? "" : `${write(from)} ≤ `;
  return `${start}${words}${below === undefined ? "" : ` < ${write(below)}`}`;
}

export function periodInWords(period: Period): string {
  if ("since" in period) return SINCE_IN_WORDS[period.since]();
  const { from, to } = period;
  if (from === undefined) return to === undefined ? l10n.t("until now") : l10n.t("until {0}", exactTime(to));
  return to === undefined
    ? l10n.t("since {0}", exactTime(from))
    : l10n.t("{0} to {1}", exactTime(from), exactTime(to));
}

export function conditionInWords({ key, value }: MetaDataCondition): string {
  return `${key} == ${value}`;
}
