import { isDeepStrictEqual } from "node:util";
import { member, textMember } from "../../base/readJson";
import type { FolderVersion, FolderVersions } from "../../folders/store/folderVersions";
import type { OzFolder } from "../../oz/model/folder";
import type { JsonIdentity } from "../documentUri";

/** What was seen of a folder, or of one analysis of it. */
export interface JsonState extends FolderVersion {
  readonly json: unknown;
}

/** @returns the states in which it was another than before, oldest first, by the numbers of their folder's */
export function jsonStates(
  states: Pick<FolderVersions, "of">,
  { folderId, analysisId }: JsonIdentity,
): JsonState[] {
  const all = states
    .of(folderId)
    .map((state) => ({ ...state, json: jsonOf(state.folder, analysisId) }))
    .filter(({ json }) => json !== undefined);
  return all.filter(({ json }, index) => index === 0 || !isDeepStrictEqual(json, all[index - 1]?.json));
}

function jsonOf({ json }: OzFolder, analysisId: string | undefined): unknown {
  if (analysisId === undefined) return json;
  const analyses = member(json, "analyses");
  if (!Array.isArray(analyses)) return undefined;
  return analyses.find((analysis) => textMember(analysis, "analysis_id", "analyse_id") === analysisId);
}
