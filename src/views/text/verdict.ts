import * as l10n from "@vscode/l10n";
import { isResultOfBefore } from "../../status/differences";
import { effectiveStatus } from "../../status/effectiveStatus";
import { present } from "../../status/presentation";
import type { FolderResolution } from "../../status/resolution";
import { decidingGroup } from "../../status/statusFromAnalyses";
import { presentResult, resultInWords } from "./folderText";
import { groupsSentence } from "./groupsSentence";
import { reasonOf, runningReasonOf } from "./reasonWords";

/**
 * Says what a folder's result is and why: "Declined: Face match 0.41, threshold 0.85."
 * @param now epoch milliseconds
 * @returns one or more sentences of plain text, not escaped for Markdown
 */
export function verdict(resolution: FolderResolution, now: number): string {
  return [shortVerdict(resolution), ...groupsSentence(resolution, now)].join(" ");
}

/** @returns the verdict without its last sentence, which names times */
export function shortVerdict(resolution: FolderResolution): string {
  const { computed, groups, deciding, operatorDecision, resultMember } = resolution;
  const isRunning = groups.some(({ running }) => running);
  if (!computed || (groups.length > 0 && !isRunning && !deciding)) return withoutAnalyses(resolution);
  const status = effectiveStatus(resolution);
  // Of two unknown results, the server's is another word.
  const differs = status !== computed.result || (status === "UNKNOWN" && resultMember !== undefined);
  if (differs && !isResultOfBefore(resolution, status)) return differing(resolution);
  const result = resultInWords(resolution);
  const reason = reasonWords(resolution);
  if (operatorDecision === undefined || operatorDecision === status) return `${result}: ${reason}.`;
  return status === "OPERATOR_REQUIRED"
    ? l10n.t("{0}. The system asked for an operator: {1}.", result, reason)
    : l10n.t("{0}. The system's reason: {1}.", result, reason);
}

/** The verdict if the reply does not include the analyses that decide. */
function withoutAnalyses(resolution: FolderResolution): string {
  const { words, analysisCount, status, result } = resolution;
  const head = resultInWords(resolution);
  const isSilent = words.resolution_status === undefined && words.system_resolution === undefined;
  const said = l10n.t("{0}, says the server ({1}).", head, membersOf(resolution));
  if (analysisCount !== undefined)
    return `${isSilent ? `${head}.` : said} ${l10n.t({
      message: "Not all of its analyses were read.",
      comment: ["Those of a folder"],
    })}`;
  if (isSilent) return l10n.t("{0}: the reply has neither a status nor analyses.", head);
  const isAlsoFailed = status === "FAILED" && result !== undefined && result !== "FAILED";
  return [
    said,
    ...(isAlsoFailed ? [l10n.t("An analysis failed ({0}).", "resolution_status")] : []),
    l10n.t("The reply does not include the analyses."),
  ].join(" ");
}

/** @returns the members in which the server says what is shown */
function membersOf({ resultMember, words, operatorDecision, computed, status }: FolderResolution): string {
  const isStatusSaid = words.resolution_status !== undefined;
  const isRunning = !computed && isStatusSaid && status === "PROCESSING";
  const members = [
    resultMember ?? (isStatusSaid ? "resolution_status" : undefined),
    isRunning && resultMember === "system_resolution" ? "resolution_status" : undefined,
    operatorDecision && "operator_status",
  ].filter((name) => name !== undefined);
  return members.join(", ");
}

/** @returns what the server says, and what the analyses give: "Success, says the server (…); its analyses give Declined: …" */
function differing(resolution: FolderResolution): string {
  const { computed, groups } = resolution;
  const said = [presentResult(resolution), membersOf(resolution)] as const;
  if (groups.length === 0) return l10n.t("{0}, says the server ({1}); the folder has no analyses.", ...said);
  const reason = reasonWords(resolution);
  const result = computed?.result;
  switch (result) {
    case undefined:
    case "FINISHED": {
      const last = decidingGroup(resolution);
      return (last?.analyses.every((analysis) => analysis.result === "FINISHED") ?? true)
        ? l10n.t("{0}, says the server ({1}); its analyses give no result.", ...said)
        : l10n.t("{0}, says the server ({1}), but {2}.", ...said, reason);
    }
    case "UNKNOWN":
      return l10n.t("{0}, says the server ({1}); its analyses give an unknown result: {2}.", ...said, reason);
    default:
      return l10n.t(
        "{0}, says the server ({1}); its analyses give {2}: {3}.",
        ...said,
        present(result).label,
        reason,
      );
  }
}

/** @returns why the analyses give their result, without a full stop */
function reasonWords(resolution: FolderResolution): string {
  const { computed, groups } = resolution;
  const running = groups.filter((group) => group.running);
  if (running.length > 0) return runningReasonOf(running.flatMap(({ analyses }) => analyses));
  const last = decidingGroup(resolution);
  return last && computed ? reasonOf(last.analyses, computed.result) : l10n.t("no analyses were posted");
}
