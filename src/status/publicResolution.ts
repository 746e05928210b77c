import type { Finding } from "./finding";
import { plainData } from "./plainData";
import type { AnalysisResolution, FolderResolution, GroupResolution } from "./resolution";
import { resolveFolder } from "./resolveFolder";
import type { Score } from "./score";
import type { Status } from "./status";

/** An analysis in the exported API. Undefined members are those that the server did not send. */
interface PublicAnalysis {
  readonly id: string | undefined;
  /** In upper case, for example QUALITY. */
  readonly type: string | undefined;
  readonly state: Status;
  readonly result: Status;
  /** `result` as the server wrote it, in `resultMember`. */
  readonly rawResult: string | undefined;
  readonly resultMember: AnalysisResolution["resultMember"];
  /** Epoch milliseconds. */
  readonly createdAt: number | undefined;
  /** Epoch milliseconds. */
  readonly updatedAt: number | undefined;
  readonly scores: readonly Score[];
  readonly error: { readonly code: string | undefined; readonly message: string | undefined } | undefined;
}

/** A group of analyses in the exported API. */
interface PublicGroup {
  readonly id: string;
  /** Whether the group was inferred from creation times because the server names none. */
  readonly inferred: boolean;
  readonly result: Status;
  /** Epoch milliseconds; undefined unless all of its analyses are terminal and say when. */
  readonly finishedAt: number | undefined;
  readonly analyses: readonly PublicAnalysis[];
}

/** A resolution in the exported API: plain data that belongs to the caller. */
export interface PublicResolution {
  /** How far the folder is. UNKNOWN, as everywhere, if there is no status or the Oz API documentation does not define it. */
  readonly status: Status;
  /** What came out. */
  readonly result: Status;
  /** Where `result` comes from. Also "server" if there is nothing to compute it from. */
  readonly resultSource: "server" | "computed";
  /** What the server wrote into `resolution_status`. */
  readonly rawStatus: string | undefined;
  /** `result` as the server wrote it, in `resultMember`. */
  readonly rawResult: string | undefined;
  readonly resultMember: FolderResolution["resultMember"];
  /** What an operator has decided, if anything. */
  readonly operatorDecision: Status | undefined;
  /** Status and result computed from the analyses; undefined if the reply has no `analyses`. */
  readonly computed: { readonly status: Status; readonly result: Status } | undefined;
  /** The result of the group that finished last, while another group is running. */
  readonly settledResult: Status | undefined;
  /** Whether the folder will not change unless another group is posted. */
  readonly terminal: boolean;
  /** Oldest first. */
  readonly groups: readonly PublicGroup[];
  /** The group that finished last, and those of its analyses that have its result. While another runs, it decides nothing. */
  readonly deciding: { readonly groupId: string; readonly analysisIds: readonly string[] } | undefined;
  readonly findings: readonly Finding[];
}

function publicAnalysis(analysis: AnalysisResolution): PublicAnalysis {
  const { id, type, state = "UNKNOWN", result, words, resultMember, createdAt, updatedAt } = analysis;
  const { scores, error } = analysis;
  const rawResult = resultMember && words[resultMember];
  return { id, type, state, result, rawResult, resultMember, createdAt, updatedAt, scores, error };
}

function publicGroup({ id, inferred, result, finishedAt, analyses }: GroupResolution): PublicGroup {
  return { id, inferred, result, finishedAt, analyses: analyses.map(publicAnalysis) };
}

/**
 * @param findings the findings to include; by default all of the resolution
 * @returns a deep copy, so that other extensions cannot change the original
 */
export function toPublic(
  resolution: FolderResolution,
  findings: readonly Finding[] = resolution.findings,
): PublicResolution {
  const { status, result, words, resultMember, operatorDecision } = resolution;
  const { computed, settledResult, terminal, deciding } = resolution;
  return structuredClone({
    status: status ?? "UNKNOWN",
    result: result ?? "UNKNOWN",
    resultSource: resultMember || result === undefined ? "server" : "computed",
    rawStatus: words.resolution_status,
    rawResult: resultMember && words[resultMember],
    resultMember,
    operatorDecision,
    computed,
    settledResult,
    terminal,
    groups: resolution.groups.map(publicGroup),
    deciding,
    findings,
  });
}

/**
 * Resolves a folder that another extension passed in.
 * @param value anything at all; what `plainData` cannot copy counts as missing. Never throws.
 */
export function resolveAnything(value: unknown): PublicResolution {
  return toPublic(resolveFolder(plainData(value)));
}
