import { plainText } from "../../base/plainText";
import { analysisTypeLabel } from "../../status/analysisType";
import { effectiveStatus } from "../../status/effectiveStatus";
import { present } from "../../status/presentation";
import type { AnalysisResolution, FolderResolution, GroupResolution } from "../../status/resolution";
import type { Status } from "../../status/status";
import { namedScore } from "../text/analysisText";
import { presentFolder } from "../text/folderText";
import { timeOfDay } from "../text/formatTime";

/** The predicate of a sentence about an analysis with this result. */
const PREDICATES: Readonly<Record<Status, string>> = {
  INITIAL: "has not begun",
  PROCESSING: "is still running",
  FAILED: "failed",
  FINISHED: "finished without a result",
  DECLINED: "was declined",
  OPERATOR_REQUIRED: "asks for an operator",
  SUCCESS: "succeeded",
  UNKNOWN: "has an unknown result",
};

/** @returns "the group posted at 12:03:11" */
function groupName({ createdAt }: GroupResolution): string {
  return createdAt === undefined ? "its group" : `the group posted at ${timeOfDay(createdAt)}`;
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

/** Why an analysis has its result: its error, else its score. */
function detail({ scores, error }: AnalysisResolution): string {
  const [score] = scores;
  if (error)
    return `: ${plainText([error.code && `error ${error.code}`, error.message].filter(Boolean).join(", "))}`;
  if (!score) return "";
  return `: ${namedScore(score)}`;
}

/** @returns "because Face match in the group posted at 12:03:11 was declined: confidence 0.41, threshold 0.85" */
function because(group: GroupResolution, result: Status): string {
  const carriers = group.analyses.filter((analysis) => analysis.result === result);
  const [only] = carriers;
  if (result === "SUCCESS") return `because all analyses in ${groupName(group)} succeeded`;
  if (carriers.length === 1 && only) {
    return `because ${analysisTypeLabel(only.type)} in ${groupName(group)} ${PREDICATES[result]}${detail(only)}`;
  }
  const types = [...new Set(carriers.map(({ type }) => analysisTypeLabel(type)))];
  return `because ${carriers.length} analyses in ${groupName(group)} ${plural(PREDICATES[result])}: ${joined(types)}`;
}

function hasBegun({ analyses }: GroupResolution): boolean {
  return analyses.some(({ result }) => result === "PROCESSING");
}

function plural(predicate: string): string {
  return predicate
    .replace(/^has /, "have ")
    .replace(/^is /, "are ")
    .replace(/^was /, "were ")
    .replace(/^asks /, "ask ");
}

/** The result computed from the analyses, and why; undefined if the reply does not include them. */
function computedVerdict({
  computed,
  groups,
  deciding,
  settledResult,
}: FolderResolution): string | undefined {
  if (!computed) return undefined;
  const { label } = present(computed.result);
  if (groups.length === 0) return `${label}, because no analyses were posted`;
  const running = groups.findLast((group) => group.running);
  const was = settledResult ? `; previously ${present(settledResult).label}` : "";
  if (running) return `${label}, ${because(running, hasBegun(running) ? "PROCESSING" : "INITIAL")}${was}`;
  const last = groups.find(({ id }) => id === deciding?.groupId);
  return last && `${label}, ${because(last, computed.result)}`;
}

/** @returns a folder's result and the reason in one sentence; plain text, not escaped for Markdown */
export function verdict(resolution: FolderResolution): string {
  const { result, resultSource, status } = resolution;
  const isFromServer = resultSource !== "computed" && (result ?? status) !== undefined;
  const shown = `${plainText(presentFolder(resolution).label)}${isFromServer ? ", according to the server" : ""}`;
  const computed = computedVerdict(resolution);
  if (computed === undefined) {
    const why =
      resolution.groups.length > 0
        ? "not all of its analyses were read"
        : "the reply does not include its analyses";
    return `${shown}; ${why}.`;
  }
  if (resolution.computed?.result === effectiveStatus(resolution)) return `${computed}.`;
  return `${shown}; its analyses give ${computed}.`;
}
