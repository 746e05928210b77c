import { isResultOfBefore } from "../../status/differences";
import { effectiveStatus } from "../../status/effectiveStatus";
import { present } from "../../status/presentation";
import type { FolderResolution } from "../../status/resolution";
import type { Status } from "../../status/status";
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
  if (differs && !isResultOfBefore(resolution, status))
    return `${presentResult(resolution)}, ${saidBy(resolution)}${computedWords(resolution)}.`;
  const lead = operatorDecision === undefined ? ": " : operatorLead(status, operatorDecision);
  return `${resultInWords(resolution)}${lead}${reasonWords(resolution)}.`;
}

/** @returns what leads from an operator's decision to the system's reason */
function operatorLead(status: Status, decision: Status): string {
  if (status === "OPERATOR_REQUIRED") return ". The system asked for an operator: ";
  return status === decision ? ": " : ". The system's reason: ";
}

/** The verdict if the reply does not include the analyses that decide. */
function withoutAnalyses(resolution: FolderResolution): string {
  const { words, analysisCount, status, result } = resolution;
  const head = resultInWords(resolution);
  const isSilent = words.resolution_status === undefined && words.system_resolution === undefined;
  if (analysisCount !== undefined) {
    const said = isSilent ? "" : `, ${saidBy(resolution)}`;
    return `${head}${said}. Not all of its analyses were read.`;
  }
  if (isSilent) return `${head}: the reply has neither a status nor analyses.`;
  const isAlsoFailed = status === "FAILED" && result !== undefined && result !== "FAILED";
  const failed = isAlsoFailed ? " An analysis failed (resolution_status)." : "";
  return `${head}, ${saidBy(resolution)}.${failed} The reply does not include the analyses.`;
}

/** @returns where the server says what is shown */
function saidBy({ resultMember, words, operatorDecision, computed, status }: FolderResolution): string {
  const isStatusSaid = words.resolution_status !== undefined;
  const isRunning = !computed && isStatusSaid && status === "PROCESSING";
  const members = [
    resultMember ?? (isStatusSaid ? "resolution_status" : undefined),
    isRunning && resultMember === "system_resolution" ? "resolution_status" : undefined,
    operatorDecision && "operator_status",
  ].filter((name) => name !== undefined);
  return `says the server (${members.join(", ")})`;
}

/** @returns what the analyses give, where the server says otherwise: "; its analyses give Declined: Face match 0.41" */
function computedWords(resolution: FolderResolution): string {
  const { computed, groups } = resolution;
  if (groups.length === 0) return "; the folder has no analyses";
  if (!computed || computed.result === "FINISHED") {
    const last = decidingGroup(resolution);
    const isAll = last?.analyses.every(({ result }) => result === "FINISHED") ?? true;
    return isAll ? "; its analyses give no result" : `, but ${reasonWords(resolution)}`;
  }
  const result = computed.result === "UNKNOWN" ? "an unknown result" : present(computed.result).label;
  return `; its analyses give ${result}: ${reasonWords(resolution)}`;
}

/** @returns why the analyses give their result, without a full stop */
function reasonWords(resolution: FolderResolution): string {
  const { computed, groups } = resolution;
  const running = groups.filter((group) => group.running);
  if (running.length > 0) return runningReasonOf(running.flatMap(({ analyses }) => analyses));
  const last = decidingGroup(resolution);
  return last && computed ? reasonOf(last.analyses, computed.result) : "no analyses were posted";
}
