import { describeFailure } from "../../status/analysisFindings";
import type { Finding } from "../../status/finding";
import type { FolderResolution } from "../../status/resolution";
import { decidingGroup } from "../../status/statusFromAnalyses";
import { finishedBefore } from "./groupsSentence";
import { toldFailures } from "./reasonWords";

/** @returns the findings that the verdict beside them does not tell: it names the failures that decide */
export function untoldFindings(
  findings: readonly Finding[],
  resolution: FolderResolution,
): readonly Finding[] {
  const last = decidingGroup(resolution);
  const isRunning = resolution.groups.some(({ running }) => running);
  const group = isRunning ? finishedBefore(resolution, last) : last;
  const told = new Set(group?.result === "FAILED" ? toldFailures(group.analyses).map(describeFailure) : []);
  return findings.filter(({ code, message }) => code !== "analysisFailed" || !told.has(message));
}
