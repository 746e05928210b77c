import { isDeepStrictEqual } from "node:util";
import { member } from "../../base/readJson";
import type { FolderVersion, FolderVersions } from "../../folders/store/folderVersions";
import type { OzFolder } from "../../oz/model/folder";
import { readAnalysisId } from "../../status/resolveAnalysis";
import type { JsonIdentity } from "../documentUri";

/** A version of a folder, or of one of its analyses. */
export interface JsonVersion extends FolderVersion {
  readonly json: unknown;
}

/** @returns the versions in which the JSON differs from the one before, oldest first, numbered as the folder's are */
export function jsonVersions(
  versions: Pick<FolderVersions, "of">,
  { folderId, analysisId }: JsonIdentity,
): JsonVersion[] {
  const all = versions
    .of(folderId)
    .map((version) => ({ ...version, json: jsonOf(version.folder, analysisId) }))
    .filter(({ json }) => json !== undefined);
  return all.filter(({ json }, index) => index === 0 || !isDeepStrictEqual(json, all[index - 1]?.json));
}

function jsonOf({ json }: OzFolder, analysisId: string | undefined): unknown {
  if (analysisId === undefined) return json;
  const analyses = member(json, "analyses");
  if (!Array.isArray(analyses)) return undefined;
  return analyses.find((analysis) => readAnalysisId(analysis) === analysisId);
}
