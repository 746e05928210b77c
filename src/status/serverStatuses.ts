import { readTime, type JsonObject } from "../base/readJson";
import { checkAllowed, undefinedInFolder } from "./allowedStatuses";
import type { FindingList } from "./finding";
import type { FolderResolution, GroupResolution } from "./resolution";
import { isUnsettled, isVerdict, rawText, readStatus, type Status } from "./status";

/** What the server says of a folder, and in which members. */
type ServerStatuses = Pick<FolderResolution, "status" | "result" | "resultMember" | "words">;

/**
 * Reads the server's status and result (rule 5 of statuses.md). Older servers write the result into `resolution_status`:
 * then they say nothing about the status.
 */
export function readServerStatuses(json: JsonObject, findings: FindingList): ServerStatuses {
  const status = readStatus(json.resolution_status);
  const result = readStatus(json.system_resolution);
  const isOlder = result === undefined && isVerdict(status);
  if (!isOlder) checkAllowed(findings, "folderStatus", "resolution_status", status, json.resolution_status);
  checkAllowed(findings, "folderResult", "system_resolution", result, json.system_resolution);
  return {
    status: isVerdict(status) ? undefined : status,
    result: isOlder ? status : result,
    resultMember: isOlder ? "resolution_status" : result && "system_resolution",
    words: {
      resolution_status: rawText(json.resolution_status),
      system_resolution: rawText(json.system_resolution),
      operator_status: rawText(json.operator_status),
    },
  };
}

/**
 * Reads what an operator has decided.
 * @param last the group that finished last: a decision from before it was posted is about an earlier one
 */
export function readOperatorDecision(
  json: JsonObject,
  last: GroupResolution | undefined,
  findings: FindingList,
): FolderResolution["operatorDecision"] {
  const status = readStatus(json.operator_status);
  if (status === undefined) return undefined;
  if (status === "UNKNOWN")
    findings.add("unknownWord", undefinedInFolder("operator_status", json.operator_status));
  const decidedAt = readTime(json.resolution_time);
  const isOlder = decidedAt !== undefined && last?.createdAt !== undefined && decidedAt < last.createdAt;
  return isVerdict(status) && status !== "OPERATOR_REQUIRED" && !isOlder ? status : undefined;
}

/** @returns the status of a folder of which the server tells only the result, and no analyses */
export function impliedStatus(result: Status | undefined): Status | undefined {
  if (isVerdict(result)) return "FINISHED";
  return isUnsettled(result) || result === "FAILED" ? result : undefined;
}
