import * as l10n from "@vscode/l10n";
import { MAX_STATUS_LENGTH } from "../base/limits";
import { plainText } from "../base/plainText";
import type { FindingCode, FindingSeverity } from "./finding";
import { present } from "./presentation";
import type { AnalysisResolution, FolderResolution, GroupResolution } from "./resolution";
import { isUnsettled, type Status } from "./status";
import { decidingGroup, hasBegun, isWaiting } from "./statusFromAnalyses";

/** A folder whose reply includes its analyses. */
export interface ComparedFolder extends Pick<
  FolderResolution,
  "groups" | "deciding" | "words" | "resultMember" | "operatorDecision"
> {
  /** What the server says; undefined where it says nothing. */
  readonly server: { readonly status: Status | undefined; readonly result: Status | undefined };
  readonly computed: { readonly status: Status; readonly result: Status };
}

/** Something that the server says otherwise than its analyses. */
export interface Difference {
  readonly code: Extract<FindingCode, "resultDiffers" | "statusDiffers">;
  readonly message: string;
  readonly analysisIds: readonly (string | undefined)[];
  /** Undefined for the code's own. */
  readonly severity?: FindingSeverity;
}

/**
 * Compares the server's status and result with those computed from the analyses (rule 5 of statuses.md). UNKNOWN
 * contradicts nothing, nor does a result that the analyses do not have.
 * @returns the differences; for a folder without analyses at most one
 */
export function findDifferences(folder: ComparedFolder): readonly Difference[] {
  const result = resultDifference(folder);
  const status = statusDifference(folder);
  if (folder.groups.length === 0 && result) return [result];
  return [result, status].filter((difference) => difference !== undefined);
}

function resultDifference(folder: ComparedFolder): Difference | undefined {
  const { server, computed, groups, words, resultMember, deciding } = folder;
  if (!contradicts(folder, server.result, computed.result) || !resultMember) return undefined;
  // FINISHED as the computed result means that the analyses have none.
  if (computed.result === "FINISHED") return undefined;
  if (isResultOfBefore(folder, server.result) || server.result === folder.operatorDecision) return undefined;
  const said = quote(words[resultMember]);
  const isGuess = isLastGuessed(groups);
  if (!isGuess && server.result === lastPostedResult(folder)) {
    return {
      code: "resultDiffers",
      message: l10n.t(
        "The server's {0} is {1}, as in the group posted last; the group that finished last gives {2}.",
        resultMember,
        said,
        present(computed.result).label,
      ),
      analysisIds: deciding?.analysisIds ?? [],
      severity: "warning",
    };
  }
  const running = idsOf(folder, (analysis) => analysis.running);
  return {
    code: "resultDiffers",
    message: contradiction(folder, resultMember, said, computed.result),
    analysisIds: running.length > 0 ? running : (deciding?.analysisIds ?? []),
    ...(isGuess ? { severity: "warning" } : {}),
  };
}

function statusDifference(folder: ComparedFolder): Difference | undefined {
  const { server, computed, words } = folder;
  if (!contradicts(folder, server.status, computed.status)) return undefined;
  return {
    code: "statusDiffers",
    message: contradiction(folder, "resolution_status", quote(words.resolution_status), computed.status),
    analysisIds: idsBehindStatus(folder),
  };
}

function contradicts({ groups }: ComparedFolder, server: Status | undefined, computed: Status): boolean {
  if (server === undefined || server === "UNKNOWN" || computed === "UNKNOWN") return false;
  // Of analyses that have not begun, either word is right.
  if (isUnsettled(server) && isUnsettled(computed) && groups.some(hasWaiting) && !groups.some(hasBegun))
    return false;
  return server !== computed;
}

function hasWaiting({ analyses }: GroupResolution): boolean {
  return analyses.some(isWaiting);
}

/**
 * @returns whether a group is running, and the server may still give this result: that of the group that finished last, or
 * of the finished group that was posted last
 */
export function isResultOfBefore(
  folder: Pick<FolderResolution, "groups" | "deciding">,
  result: Status | undefined,
): boolean {
  if (result === undefined || !folder.groups.some(({ running }) => running)) return false;
  return result === decidingGroup(folder)?.result || result === lastPostedResult(folder);
}

/** @returns whether it is a guess which group finished last, because one of several is done but does not say when */
export function isLastGuessed(groups: readonly GroupResolution[]): boolean {
  return groups.length > 1 && groups.some(({ terminal, finishedAt }) => terminal && finishedAt === undefined);
}

/** @returns the result of the finished group that was posted after all others; undefined if there is none */
function lastPostedResult({ groups }: Pick<FolderResolution, "groups">): Status | undefined {
  const [posted, before] = groups.filter(({ running }) => !running).toReversed();
  if (posted?.createdAt === undefined) return undefined;
  return before?.createdAt !== undefined && before.createdAt < posted.createdAt ? posted.result : undefined;
}

function quote(word = ""): string {
  return plainText(word, MAX_STATUS_LENGTH);
}

function contradiction({ groups }: ComparedFolder, member: string, said: string, computed: Status): string {
  return groups.length === 0
    ? l10n.t("The server's {0} is {1}, but the folder has no analyses.", member, said)
    : l10n.t("The server's {0} is {1}, but its analyses give {2}.", member, said, present(computed).label);
}

function idsOf(
  { groups }: ComparedFolder,
  matches: (analysis: AnalysisResolution) => boolean,
): (string | undefined)[] {
  return groups.flatMap(({ analyses }) => analyses.filter(matches).map(({ id }) => id));
}

/** @returns the analyses that give the folder its computed status (rule 3) */
function idsBehindStatus(folder: ComparedFolder): (string | undefined)[] {
  const { status } = folder.computed;
  if (status === "PROCESSING") return idsOf(folder, ({ running }) => running);
  return idsOf(folder, ({ failed }) => failed || status === "FINISHED");
}
