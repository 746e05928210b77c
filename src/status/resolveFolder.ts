import * as l10n from "@vscode/l10n";
import { MAX_ANALYSES, MAX_MEDIA } from "../base/limits";
import { isObject, EMPTY_OBJECT, readTime, type JsonObject } from "../base/readJson";
import { findDifferences, type Difference } from "./differences";
import { FindingList, type Finding } from "./finding";
import { addFolderFindings } from "./folderFindings";
import { compareTimes } from "./lists";
import { findProcessingSince } from "./processingTime";
import type { FolderResolution, GroupResolution } from "./resolution";
import { resolveGroups } from "./resolveGroups";
import { impliedStatus, readOperatorDecision, readServerStatuses } from "./serverStatuses";
import { isUnsettled, type Status } from "./status";
import { decidedBy, hasBegun, lastFinished, statusFromAnalyses } from "./statusFromAnalyses";

/** Milliseconds after a change in which a server may not have written the folder's status and result yet. */
const SETTLING_TIME = 30_000;

/** The computed status and result if the list of analyses is cut and none that was read is running: others may decide. */
const INCONCLUSIVE = { status: "UNKNOWN", result: "UNKNOWN" } as const;

/**
 * Resolves a folder's statuses, by the rules of statuses.md.
 * @param folder a folder from a reply, with or without `analyses`; any other value resolves to undefined statuses.
 * Never throws.
 * @param receivedAt when the reply was received, in epoch milliseconds by the server's clock; if omitted, the folder counts
 * as settled
 * @param known what was found out about the reply beforehand
 */
export function resolveFolder(
  folder: unknown,
  receivedAt?: number,
  known: readonly Finding[] = [],
): FolderResolution {
  const json = isObject(folder) ? folder : EMPTY_OBJECT;
  const sent: readonly unknown[] | undefined = Array.isArray(json.analyses) ? json.analyses : undefined;
  const isCut = sent !== undefined && sent.length > MAX_ANALYSES;
  const analyses = isCut ? sent.slice(0, MAX_ANALYSES) : sent;
  const findings = new FindingList();
  for (const { code, message, analysisIds } of known) findings.add(code, message, analysisIds);
  findings.addIfCut(sent, MAX_ANALYSES, (count, limit) =>
    l10n.t("The folder has {0} analyses; only the first {1} are shown. Open JSON to see all.", count, limit),
  );
  findings.addIfCut(json.media, MAX_MEDIA, (count, limit) =>
    l10n.t("The folder has {0} media; only the first {1} are shown. Open JSON to see all.", count, limit),
  );
  const server = readServerStatuses(json, findings);
  const groups = analyses ? resolveGroups(analyses, findings, json.is_cleared === true) : [];
  // Any of the analyses that were not read may have finished last.
  const last = isCut ? undefined : lastFinished(groups);
  const isRunning = groups.some(({ running }) => running);
  // A cut list tells that something runs, but not that nothing does.
  const isInconclusive = isCut && !groups.some(hasBegun);
  const computed = isInconclusive ? INCONCLUSIVE : analyses && statusFromAnalyses(groups, last);
  const conclusive = isInconclusive ? [] : groups;
  const implied = server.status ?? (conclusive.length === 0 ? impliedStatus(server.result) : undefined);
  const status = implied ?? computed?.status;
  // Where the analyses do not tell, the server's status stands alone.
  const isSilent = conclusive.length === 0 && server.status !== undefined;
  const result = server.result ?? (isSilent ? undefined : computed?.result);
  const { resultMember, words } = server;
  const operatorDecision =
    isRunning || isUnsettled(result ?? status) ? undefined : readOperatorDecision(json, last, findings);
  const settledResult = isRunning ? last?.result : undefined;
  const deciding = decidedBy(last);
  const differences: readonly Difference[] = computed
    ? findDifferences({
        server,
        resultMember,
        // Any of the analyses that were not read may decide.
        computed: isCut ? { ...computed, result: "UNKNOWN" } : computed,
        groups,
        deciding,
        words,
        operatorDecision,
      })
    : [];
  const settling = differences.length > 0 && isSettling(json, groups, receivedAt);
  const described = { result, words, resultMember, operatorDecision };
  addFolderFindings(findings, described, settling ? [] : differences, analyses && groups);
  return {
    status,
    result,
    words,
    resultMember,
    operatorDecision,
    computed,
    settledResult,
    terminal: isTerminal(conclusive, implied),
    settling,
    analysisCount: sent?.length,
    groups,
    deciding,
    processingSince: findProcessingSince(json, conclusive, implied),
    findings: findings.list(),
  };
}

/** @returns whether the reply was received within `SETTLING_TIME` of the folder's last change, by the server's clock */
function isSettling(
  json: JsonObject,
  groups: readonly GroupResolution[],
  receivedAt: number | undefined,
): boolean {
  const times = [readTime(json.time_created), readTime(json.time_updated)];
  for (const { updatedAt } of groups) times.push(updatedAt);
  const latest = times.reduce((a, b) => (compareTimes(a, b) > 0 ? a : b));
  if (latest === undefined || receivedAt === undefined) return false;
  // A change far in the future means that the server's clock and its times do not compare.
  return Math.abs(receivedAt - latest) < SETTLING_TIME;
}

/** Rule 7: the analyses decide; without any, the folder's status does. */
function isTerminal(groups: readonly GroupResolution[], status: Status | undefined): boolean {
  if (groups.length > 0) return groups.every(({ terminal }) => terminal);
  return status === "FINISHED" || status === "FAILED";
}
