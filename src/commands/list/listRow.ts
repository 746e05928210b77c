import type { OzFolder } from "../../oz/model/folder";
import type { Finding } from "../../status/finding";
import type { AnalysisResolution, FolderResolution } from "../../status/resolution";
import { isUnsettled } from "../../status/status";
import { decidingGroup } from "../../status/statusFromAnalyses";
import { isoTime } from "../../views/text/formatTime";

/** A value of a row; null if unknown. */
type Value = string | number | null | readonly string[];

/** The columns of a saved list: first members of Oz API, as the server sent them, then what Oz Inspector makes of them. */
export const COLUMNS = [
  "folder_id",
  "time_created",
  "time_updated",
  "resolution_status",
  "system_resolution",
  "operator_status",
  "status",
  "result",
  "deciding_analysis",
  "deciding_type",
  "score",
  "threshold",
  "lower_threshold",
  "findings",
] as const;

/** One folder of a saved list. */
export type ListRow = Readonly<Record<(typeof COLUMNS)[number], Value>>;

/** @param findings those that are shown for the folder */
export function listRow(
  { id, createdAt, updatedAt, resolution }: OzFolder,
  findings: readonly Finding[],
): ListRow {
  const { words, status, result } = resolution;
  const deciding = decidingAnalysis(resolution);
  const [score] = deciding?.scores ?? [];
  return {
    folder_id: id,
    time_created: isoTime(createdAt) ?? null,
    time_updated: isoTime(updatedAt) ?? null,
    resolution_status: words.resolution_status ?? null,
    system_resolution: words.system_resolution ?? null,
    operator_status: words.operator_status ?? null,
    status: status ?? null,
    result: result ?? null,
    deciding_analysis: deciding?.id ?? null,
    deciding_type: deciding?.type ?? null,
    score: score?.value ?? null,
    threshold: score?.threshold ?? null,
    lower_threshold: score?.lowerThreshold ?? null,
    findings: findings.map(({ code }) => code),
  };
}

/**
 * @returns of the analyses that give the folder its result the first one with a score, as the list has them, or without any
 * the first one; undefined if it has no result yet, or the server has another one than its analyses
 */
function decidingAnalysis(resolution: FolderResolution): AnalysisResolution | undefined {
  const { result, computed } = resolution;
  if (result === undefined || isUnsettled(result) || computed?.result !== result) return undefined;
  const all = decidingGroup(resolution)?.analyses.filter((analysis) => analysis.result === result) ?? [];
  return all.find(({ scores }) => scores.length > 0) ?? all[0];
}
