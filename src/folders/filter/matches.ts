import { member } from "../../base/readJson";
import type { OzFolder } from "../../oz/model/folder";
import { analysisKind } from "../../status/analysisType";
import { effectiveStatus } from "../../status/effectiveStatus";
import { failureCodes, isIn, measuredTime, meetsScore } from "./figureConditions";
import type { FolderFilter, TimeRange } from "./folderFilter";
import { meetsCondition, containsText } from "./metaData";

/**
 * Creates a function that tells whether a folder matches a filter, however the server understood the filter.
 * @param created the range of creation times
 */
export function matcher(filter: FolderFilter, created: TimeRange): (folder: OzFolder) => boolean {
  const { results, statuses, analyses, score, timeTaken, errorCodes, findings, metaData, text } = filter;
  const { from, to } = created;
  const lowerCaseText = text?.toLowerCase();
  const tests: ((folder: OzFolder) => boolean)[] = [];
  if (results?.length) tests.push(({ resolution }) => results.includes(effectiveStatus(resolution)));
  if (statuses?.length) tests.push(({ resolution }) => statuses.includes(resolution.status ?? "UNKNOWN"));
  if (analyses?.length) {
    tests.push(({ resolution }) =>
      resolution.groups.some((group) =>
        group.analyses.some(({ type }) => analyses.includes(analysisKind(type))),
      ),
    );
  }
  if (score) tests.push(({ resolution }) => meetsScore(resolution, score));
  if (timeTaken) tests.push(({ resolution }) => isIn(measuredTime(resolution), timeTaken));
  if (errorCodes?.length)
    tests.push(({ resolution }) => failureCodes(resolution).some((code) => errorCodes.includes(code)));
  if (findings?.length)
    tests.push(({ resolution }) => resolution.findings.some(({ code }) => findings.includes(code)));
  if (from !== undefined) tests.push(({ createdAt }) => createdAt !== undefined && createdAt >= from);
  // Servers may write microseconds; the last millisecond of a range is whole.
  if (to !== undefined) tests.push(({ createdAt }) => createdAt !== undefined && Math.floor(createdAt) <= to);
  for (const condition of metaData ?? []) tests.push((folder) => meetsCondition(folder.metaData, condition));
  if (lowerCaseText)
    tests.push((folder) => textsOf(folder).some((value) => containsText(value, lowerCaseText)));
  return (folder) => tests.every((test) => test(folder));
}

/** The places where users expect to find a text; matches elsewhere in the reply would only confuse. */
function textsOf({ id, resolution, json }: OzFolder): unknown[] {
  const ids = resolution.groups.flatMap((group) => group.analyses.map((analysis) => analysis.id));
  return [id, ids, ...["meta_data", "resolution_comment"].map((name) => member(json, name))];
}
