import { MAX_SENTENCE } from "../../base/limits";
import { describeFailure } from "../../status/analysisFindings";
import type { Finding } from "../../status/finding";
import type { FolderResolution } from "../../status/resolution";
import { decidingGroup } from "../../status/statusFromAnalyses";
import { finishedBefore } from "./groupsSentence";
import { toldFailures } from "./reasonWords";

/**
 * @param told the verdict beside them
 * @returns the findings that the verdict does not tell: it names the failures that decide, unless it is cut
 */
export function untoldFindings(
  findings: readonly Finding[],
  resolution: FolderResolution,
  told: string,
): readonly Finding[] {
  const last = decidingGroup(resolution);
  const isRunning = resolution.groups.some(({ running }) => running);
  const group = isRunning ? finishedBefore(resolution, last) : last;
  if (group?.result !== "FAILED" || told.length > MAX_SENTENCE) return findings;
  const failures = toldFailures(group.analyses).map((analysis) =>
    keyOf(describeFailure(analysis), analysis.id),
  );
  return findings.filter(({ code, message, analysisIds }) => {
    const index = code === "analysisFailed" ? failures.indexOf(keyOf(message, analysisIds[0])) : -1;
    // Another group may have failed in the same words, and analyses without an ID look alike: each is told once.
    if (index >= 0) failures.splice(index, 1);
    return index < 0;
  });
}

function keyOf(message: string, analysisId = ""): string {
  return `${analysisId} ${message}`;
}
