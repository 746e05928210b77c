import { MAX_ANALYSES, MAX_MEDIA } from "../base/limits";
import { isObject, EMPTY_OBJECT, type JsonObject } from "../base/readJson";
import { checkAllowed } from "./allowedStatuses";
import { FindingList } from "./finding";
import { addFolderFindings } from "./folderFindings";
import { findProcessingSince, findOverdue } from "./processingTime";
import type { FolderResolution, GroupResolution } from "./resolution";
import { resolveGroups } from "./resolveGroups";
import { isUnsettled, isVerdict, rawText, readStatus, type Status } from "./status";
import { decidedBy, lastFinished, statusFromAnalyses } from "./statusFromAnalyses";

/** When a folder is resolved, for the finding `processingTooLong`. */
export interface ResolveOptions {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Milliseconds that processing may take; no limit if 0, negative or NaN. */
  readonly processingLimit: number;
}

/** The computed status and result if the list of analyses is cut and none that was read is running: others may decide. */
const INCONCLUSIVE = { status: "UNKNOWN", result: "UNKNOWN" } as const;

/**
 * Resolves a folder's statuses, by the rules of statuses.md.
 * @param folder a folder from a reply, with or without `analyses`; any other value resolves to undefined statuses.
 * Never throws.
 * @param options if omitted, `processingTooLong` is never found
 * @param cut a sentence for each part that was cut out of the folder beforehand
 */
export function resolveFolder(
  folder: unknown,
  options?: ResolveOptions,
  cut: readonly string[] = [],
): FolderResolution {
  const json = isObject(folder) ? folder : EMPTY_OBJECT;
  const sent: readonly unknown[] | undefined = Array.isArray(json.analyses) ? json.analyses : undefined;
  const isCut = sent !== undefined && sent.length > MAX_ANALYSES;
  const analyses = isCut ? sent.slice(0, MAX_ANALYSES) : sent;
  const findings = new FindingList();
  for (const sentence of cut) findings.add("replyCut", sentence);
  findings.addIfCut(sent, MAX_ANALYSES, (count) => `The folder has ${count} analyses`);
  findings.addIfCut(json.media, MAX_MEDIA, (count) => `The folder has ${count} media`);
  const server = readServerStatuses(json, analyses !== undefined, findings);
  const groups = analyses ? resolveGroups(analyses, findings) : [];
  // Any of the analyses that were not read may have finished last.
  const last = isCut ? undefined : lastFinished(groups);
  const isRunning = groups.some(({ running }) => running);
  const computed = isCut && !isRunning ? INCONCLUSIVE : analyses && statusFromAnalyses(groups, last);
  // If the list is cut and nothing is running, the groups do not tell whether the folder is terminal.
  const conclusive = isCut && !isRunning ? [] : groups;
  const serverStatus = server.status ?? server.result;
  const deciding = decidedBy(last);
  const processingSince = findProcessingSince(json, conclusive, serverStatus);
  if (computed) {
    addFolderFindings(findings, {
      status: server.status ?? computed.status,
      result: server.result ?? computed.result,
      computed,
      groups,
      deciding,
    });
  }
  const tooLong = options && findOverdue({ processingSince, groups }, options.now, options.processingLimit);
  if (tooLong) findings.add(tooLong.code, tooLong.message, tooLong.analysisIds);
  return {
    status: server.status ?? computed?.status,
    rawStatus: server.rawStatus,
    result: server.result ?? computed?.result,
    rawResult: server.rawResult,
    resultSource: server.result === undefined ? computed && "computed" : "server",
    computed,
    settledResult: isRunning ? last?.result : undefined,
    terminal: isTerminal(conclusive, serverStatus),
    analysisCount: sent?.length,
    groups,
    deciding,
    processingSince,
    findings: findings.list(),
  };
}

/**
 * Reads the server's status and result (rule 5 of statuses.md). Older servers have one field for both: a verdict in
 * `resolution_status` is the result of a finished folder; INITIAL, PROCESSING and FAILED are the result as well as the
 * status if the reply has no analyses to compute a result from.
 */
function readServerStatuses(
  json: JsonObject,
  hasAnalyses: boolean,
  findings: FindingList,
): Pick<FolderResolution, "status" | "rawStatus" | "result" | "rawResult"> {
  const { resolution_status: rawStatus, system_resolution: rawResult } = json;
  const status = readStatus(rawStatus);
  const result = readStatus(rawResult);
  const isResult = isVerdict(status);
  const isBoth =
    result === undefined && (isResult || (!hasAnalyses && (isUnsettled(status) || status === "FAILED")));
  if (!isBoth) checkAllowed(findings, "folderStatus", "folder resolution_status", status, rawStatus);
  checkAllowed(findings, "folderResult", "folder system_resolution", result, rawResult);
  return {
    status: isResult ? "FINISHED" : status,
    rawStatus: rawText(rawStatus),
    result: isBoth ? status : result,
    rawResult: rawText(isBoth ? rawStatus : rawResult),
  };
}

/** Rule 7: the analyses decide; without any, the server's status does. */
function isTerminal(groups: readonly GroupResolution[], status: Status | undefined): boolean {
  if (groups.length > 0) return groups.every(({ terminal }) => terminal);
  return status === "FINISHED" || status === "FAILED" || isVerdict(status);
}
