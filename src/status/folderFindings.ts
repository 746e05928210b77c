import type { FindingList } from "./finding";
import { present } from "./presentation";
import type { AnalysisResolution, FolderResolution } from "./resolution";
import type { Status } from "./status";

/** A folder whose reply includes its analyses. */
interface ResolvedFolder extends Pick<FolderResolution, "groups" | "deciding"> {
  /** The server's status and result, or the computed ones if it gives none. */
  readonly status: Status;
  readonly result: Status;
  readonly computed: { readonly status: Status; readonly result: Status };
}

/** UNKNOWN contradicts nothing. */
function contradicts(server: Status, computed: Status): boolean {
  return server !== "UNKNOWN" && computed !== "UNKNOWN" && server !== computed;
}

function idsOf(
  { groups }: ResolvedFolder,
  matches: (analysis: AnalysisResolution) => boolean,
): (string | undefined)[] {
  return groups.flatMap(({ analyses }) => analyses.filter(matches).map(({ id }) => id));
}

/** @returns the analyses that give the folder its computed status (rule 3) */
function idsBehindStatus(folder: ResolvedFolder): (string | undefined)[] {
  const { status } = folder.computed;
  if (status === "PROCESSING") return idsOf(folder, ({ running }) => running);
  return idsOf(folder, ({ failed }) => failed || status === "FINISHED");
}

function contradiction({ groups }: ResolvedFolder, computed: Status): string {
  return groups.length === 0
    ? "but the folder has no analyses"
    : `but its analyses give ${present(computed).label}`;
}

/** Rule 5: the server's status and result stand; where the analyses contradict them, that is a finding. */
function addContradictions(findings: FindingList, folder: ResolvedFolder): void {
  const { status, result, computed, deciding } = folder;
  // FINISHED as the computed result means that the analyses have none.
  if (computed.result !== "FINISHED" && contradicts(result, computed.result)) {
    const running = idsOf(folder, (analysis) => analysis.running);
    findings.add(
      "resultDiffers",
      `The server says ${present(result).label}, ${contradiction(folder, computed.result)}.`,
      running.length > 0 ? running : deciding?.analysisIds,
    );
  }
  if (contradicts(status, computed.status)) {
    findings.add(
      "statusDiffers",
      `The server's status is ${present(status).label}, ${contradiction(folder, computed.status)}.`,
      idsBehindStatus(folder),
    );
  }
}

function addInferredGroups(findings: FindingList, { groups }: ResolvedFolder): void {
  const inferred = groups.filter((group) => group.inferred).flatMap(({ analyses }) => analyses);
  if (inferred.length === 0) return;
  const [count, pronoun] =
    inferred.length === 1 ? ["1 analysis", "it was"] : [`${inferred.length} analyses`, "they were"];
  findings.add(
    "groupsInferred",
    `The server names no group for ${count}; ${pronoun} grouped by creation time.`,
    inferred.map(({ id }) => id),
  );
}

/** Adds the findings about the folder as a whole. */
export function addFolderFindings(findings: FindingList, folder: ResolvedFolder): void {
  addContradictions(findings, folder);
  if (folder.groups.length === 0) findings.add("noAnalyses", "The folder has no analyses.");
  addInferredGroups(findings, folder);
}
