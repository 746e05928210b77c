import type { FindingList } from "./findingList";
import { present } from "./presentation";
import type { AnalysisResolution, FolderResolution } from "./resolution";
import type { Status } from "./words";

/** What is known of a folder whose analyses are known. */
interface Facts extends Pick<FolderResolution, "groups" | "deciding"> {
  /** The server's status and result, or the computed ones where it gives none. */
  readonly status: Status;
  readonly result: Status;
  readonly computed: { readonly status: Status; readonly result: Status };
}

/** @returns whether two words contradict each other; about one that is not known nobody can say */
function differ(server: Status, computed: Status): boolean {
  return server !== "UNKNOWN" && computed !== "UNKNOWN" && server !== computed;
}

function idsOf(
  { groups }: Facts,
  matters: (analysis: AnalysisResolution) => boolean,
): (string | undefined)[] {
  return groups.flatMap(({ analyses }) => analyses.filter(matters).map(({ id }) => id));
}

/** Rule 3: those that run outweigh those that failed, which outweigh those that are done. */
function idsBehindStatus(facts: Facts, status: Status): (string | undefined)[] {
  if (status === "PROCESSING") return idsOf(facts, ({ running }) => running);
  return idsOf(facts, ({ failed }) => failed || status === "FINISHED");
}

function but({ groups }: Facts, computed: Status): string {
  return groups.length === 0
    ? "but the folder has no analyses"
    : `but its analyses give ${present(computed).label}`;
}

/** Rule 5: the server's word stands; that its analyses contradict it is a finding. */
function addDifferences(findings: FindingList, facts: Facts): void {
  const { status, result, computed, deciding } = facts;
  // Analyses that finished without a result give none that could contradict.
  if (computed.result !== "FINISHED" && differ(result, computed.result)) {
    const running = idsOf(facts, (analysis) => analysis.running);
    findings.add(
      "resultDiffers",
      `The server says ${present(result).label}, ${but(facts, computed.result)}.`,
      running.length > 0 ? running : deciding?.analysisIds,
    );
  }
  if (differ(status, computed.status)) {
    findings.add(
      "statusDiffers",
      `The server's status is ${present(status).label}, ${but(facts, computed.status)}.`,
      idsBehindStatus(facts, computed.status),
    );
  }
}

/** Finds what can only be seen of the folder as a whole, where the reply says something about analyses. */
export function addFolderFindings(findings: FindingList, facts: Facts): void {
  addDifferences(findings, facts);
  const { groups } = facts;
  if (groups.length === 0) findings.add("noAnalyses", "The folder has no analyses.");
  if (!groups.some((group) => group.inferred)) return;
  const inferred = groups.filter((group) => group.inferred).flatMap(({ analyses }) => analyses);
  const count = inferred.length === 1 ? "1 analysis" : `${inferred.length} analyses`;
  findings.add(
    "groupsInferred",
    `The server names no group for ${count}: grouped by the time of creation.`,
    inferred.map(({ id }) => id),
  );
}
