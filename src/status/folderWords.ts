import type { JsonObject } from "../base/readJson";
import { ALLOWED_STATUSES } from "./allowedStatuses";
import type { FindingList } from "./findingList";
import type { FolderResolution } from "./resolution";
import { addWordFinding } from "./wordFindings";
import { isUnsettled, isVerdict, rawStatus, readStatus } from "./words";

type FolderWords = Pick<FolderResolution, "status" | "rawStatus" | "result" | "rawResult">;

/**
 * Reads the server's two words (rule 5 of statuses.md). Older servers have one member for both: what a check ends
 * with is then the result of a finished folder, and the three words that stand in both columns of the matrix are the
 * result too where there are no analyses to tell it.
 * @param findings takes what is found in the words
 */
export function readFolderWords(json: JsonObject, hasAnalyses: boolean, findings: FindingList): FolderWords {
  const { resolution_status: statusMember, system_resolution: resultMember } = json;
  const word = readStatus(statusMember);
  const result = readStatus(resultMember);
  const isResult = isVerdict(word);
  const both =
    result === undefined && (isResult || (!hasAnalyses && (isUnsettled(word) || word === "FAILED")));
  if (!both)
    addWordFinding(findings, ALLOWED_STATUSES.folderStatus, "folder resolution_status", word, statusMember);
  addWordFinding(findings, ALLOWED_STATUSES.folderResult, "folder system_resolution", result, resultMember);
  return {
    status: isResult ? "FINISHED" : word,
    rawStatus: rawStatus(statusMember),
    result: both ? word : result,
    rawResult: rawStatus(both ? statusMember : resultMember),
  };
}
