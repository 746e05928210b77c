import { plainText } from "../../base/plainText";
import type { OzFolder } from "../../oz/model/folder";
import { shortId } from "../../oz/model/id";
import type { AnalysisResolution } from "../../status/resolution";
import type { JsonIdentity } from "../../views/documentUri";
import { analysisInWords, analysisLabel } from "../../views/text/analysisText";
import { resultInWords } from "../../views/text/folderText";

/** @returns the analyses of a folder that have ids, oldest group first */
export function analysesOf({ resolution }: OzFolder): (AnalysisResolution & { readonly id: string })[] {
  return resolution.groups.flatMap(({ analyses }) =>
    analyses.flatMap((analysis) => (analysis.id === undefined ? [] : [{ ...analysis, id: analysis.id }])),
  );
}

/** @param folder of that id; undefined when it is not known */
export function nameOf(folder: OzFolder | undefined, { folderId, analysisId }: JsonIdentity): string {
  if (analysisId === undefined) return shortId(folderId);
  const analysis = folder && analysesOf(folder).find(({ id }) => id === analysisId);
  return `${analysis ? analysisLabel(analysis) : "Analysis"} ${shortId(plainText(analysisId))}`;
}

/** @returns the result of a folder, or of one of its analyses, in words */
export function resultOf(folder: OzFolder, analysisId: string | undefined): string {
  if (analysisId === undefined) return resultInWords(folder.resolution);
  const analysis = analysesOf(folder).find(({ id }) => id === analysisId);
  return analysis ? analysisInWords(analysis) : "";
}
