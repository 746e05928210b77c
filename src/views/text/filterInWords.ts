import { plainText } from "../../base/plainText";
import type { FolderFilter, MetaDataCondition, Period, Since } from "../../folders/filter/folderFilter";
import { kindLabel } from "../../status/analysisType";
import { present } from "../../status/presentation";
import type { Status } from "../../status/status";
import { exactTime } from "./formatTime";

const SINCE_IN_WORDS: Readonly<Record<Since, string>> = {
  hour: "in the last hour",
  today: "today",
  yesterday: "since yesterday",
  week: "in the last 7 days",
};

/** @returns a filter in one line of plain text: "Declined, since yesterday, order_id == 42" */
export function filterInWords(filter: FolderFilter): string {
  const { results, statuses, analyses, created, metaData, text } = filter;
  const parts = [
    ...(results?.length ? [statusesInWords(results)] : []),
    ...(statuses?.length ? [`status ${statusesInWords(statuses)}`] : []),
    ...(analyses?.length ? [`with ${analyses.map(kindLabel).join(" or ")}`] : []),
    ...(created ? [periodInWords(created)] : []),
    ...(metaData ?? []).map(conditionInWords),
    ...(text ? [`“${text}”`] : []),
  ];
  return plainText(parts.join(", "));
}

function statusesInWords(statuses: readonly Status[]): string {
  return statuses.map((status) => present(status).label).join(" or ");
}

export function periodInWords(period: Period): string {
  if ("since" in period) return SINCE_IN_WORDS[period.since];
  const { from, to } = period;
  if (from === undefined) return `until ${to === undefined ? "now" : exactTime(to)}`;
  return to === undefined ? `since ${exactTime(from)}` : `${exactTime(from)} to ${exactTime(to)}`;
}

export function conditionInWords({ key, value }: MetaDataCondition): string {
  return `${key} == ${value}`;
}
