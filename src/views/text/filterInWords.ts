import * as l10n from "@vscode/l10n";
import { plainText } from "../../base/plainText";
import type { FolderFilter, MetaDataCondition, Period, Since } from "../../folders/filter/folderFilter";
import { kindLabel } from "../../status/analysisType";
import { present } from "../../status/presentation";
import type { Status } from "../../status/status";
import { exactTime } from "./formatTime";

const SINCE_IN_WORDS: Readonly<Record<Since, () => string>> = {
  hour: () => l10n.t("in the last hour"),
  today: () => l10n.t("today"),
  yesterday: () => l10n.t("since yesterday"),
  week: () => l10n.t("in the last 7 days"),
};

/** @returns a filter in one line of plain text: "Declined, since yesterday, order_id == 42" */
export function filterInWords(filter: FolderFilter): string {
  const { results, statuses, analyses, created, metaData, text } = filter;
  const parts = [
    ...(results?.length ? [statusesInWords(results)] : []),
    ...(statuses?.length ? [l10n.t("status {0}", statusesInWords(statuses))] : []),
    ...(analyses?.length ? [l10n.t("with {0}", either(analyses.map(kindLabel)))] : []),
    ...(created ? [periodInWords(created)] : []),
    ...(metaData ?? []).map(conditionInWords),
    ...(text
      ? [l10n.t({ message: "“{0}”", args: [text], comment: "The text that a filter searches for" })]
      : []),
  ];
  return plainText(parts.join(", "));
}

function statusesInWords(statuses: readonly Status[]): string {
  return either(statuses.map((status) => present(status).label));
}

/** @returns "Declined or Failed or Success": a comma would end the condition */
function either(words: readonly string[]): string {
  return words.reduce((all, word) => l10n.t("{0} or {1}", all, word));
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
