import { plainText } from "../../base/plainText";
import { analysisTypeLabel } from "../../status/analysisType";
import { effectiveStatus } from "../../status/effectiveStatus";
import { present } from "../../status/presentation";
import type { AnalysisResolution, FolderResolution, GroupResolution } from "../../status/resolution";
import type { Status } from "../../status/status";
import { presentFolder } from "../text/folderText";
import { timeOfDay } from "../text/formatTime";
import { namedScore } from "../text/namedScore";

/** What an analysis with a result did, as the end of a sentence. */
const DID: Readonly<Record<Status, string>> = {
  INITIAL: "has not begun",
  PROCESSING: "is still running",
  FAILED: "failed",
  FINISHED: "finished without a result",
  DECLINED: "was declined",
  OPERATOR_REQUIRED: "asks for an operator",
  SUCCESS: "succeeded",
  UNKNOWN: "has a result that is not known",
};

/** @returns "the group of 12:03:11" */
function groupName({ createdAt }: GroupResolution): string {
  return createdAt === undefined ? "its group" : `the group of ${timeOfDay(createdAt)}`;
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

/** Why one analysis has its result: its score, or the error that it failed with. */
function detail({ scores, error }: AnalysisResolution): string {
  const [score] = scores;
  if (error)
    return `: ${plainText([error.code && `error ${error.code}`, error.message].filter(Boolean).join(", "))}`;
  if (!score) return "";
  return `: ${namedScore(score)}`;
}

/** "because Face match in the group of 12:03:11 was declined: confidence 0.41, threshold 0.85" */
function because(group: GroupResolution, result: Status): string {
  const carriers = group.analyses.filter((analysis) => analysis.result === result);
  const [only] = carriers;
  if (result === "SUCCESS") return `because all analyses in ${groupName(group)} succeeded`;
  if (carriers.length === 1 && only) {
    return `because ${analysisTypeLabel(only.type)} in ${groupName(group)} ${DID[result]}${detail(only)}`;
  }
  const types = [...new Set(carriers.map(({ type }) => analysisTypeLabel(type)))];
  return `because ${carriers.length} analyses in ${groupName(group)} ${plural(DID[result])}: ${list(types)}`;
}

function plural(did: string): string {
  return did
    .replace(/^has /, "have ")
    .replace(/^is /, "are ")
    .replace(/^was /, "were ")
    .replace(/^asks /, "ask ");
}

/** What the analyses say by themselves, and why; undefined where the reply says nothing about them. */
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
  const was = settledResult ? `; before, it was ${present(settledResult).label}` : "";
  if (running) return `${label}, ${because(running, "PROCESSING")}${was}`;
  const last = groups.find(({ id }) => id === deciding?.groupId);
  return last && `${label}, ${because(last, computed.result)}`;
}

/**
 * @returns the verdict on a folder and its reason in one sentence; server's words in it are made plain, but not
 * escaped for Markdown
 */
export function verdict(resolution: FolderResolution): string {
  const { result, resultSource, status } = resolution;
  const isServers = resultSource !== "computed" && (result ?? status) !== undefined;
  const said = `${plainText(presentFolder(resolution).label)}${isServers ? ", as the server says" : ""}`;
  const computed = computedVerdict(resolution);
  if (computed === undefined) {
    const why =
      resolution.groups.length > 0
        ? "not all of its analyses were read"
        : "its reply says nothing about analyses";
    return `${said}; ${why}.`;
  }
  if (resolution.computed?.result === effectiveStatus(resolution)) return `${computed}.`;
  return `${said}; by its analyses it would be ${computed}.`;
}
