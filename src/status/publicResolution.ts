import type { Finding } from "./finding";
import type { AnalysisResolution, FolderResolution, GroupResolution } from "./resolution";
import type { Score } from "./score";
import type { Status } from "./words";

/** One analysis as other extensions see it. What is undefined the server did not give. */
interface PublicAnalysis {
  readonly id: string | undefined;
  /** In upper case, for example QUALITY. */
  readonly type: string | undefined;
  readonly state: Status;
  readonly result: Status;
  /** The word behind `result` as the server wrote it. */
  readonly rawResult: string | undefined;
  /** Epoch milliseconds. */
  readonly createdAt: number | undefined;
  /** Epoch milliseconds. */
  readonly updatedAt: number | undefined;
  readonly scores: readonly Score[];
  readonly error: { readonly code: string | undefined; readonly message: string | undefined } | undefined;
}

/** The analyses of one POST as other extensions see them. */
interface PublicGroup {
  readonly id: string;
  /** Whether the group was put together by time because the server named none. */
  readonly inferred: boolean;
  readonly result: Status;
  /** Epoch milliseconds; undefined while any of its analyses is running. */
  readonly finishedAt: number | undefined;
  readonly analyses: readonly PublicAnalysis[];
}

/** A resolution as other extensions see it: plain data, a copy that they may keep. */
export interface PublicResolution {
  /** How far. UNKNOWN, here as everywhere, where nothing is known or the server's word is none of the document's. */
  readonly status: Status;
  /** What came out. */
  readonly result: Status;
  /** Whether `result` is the server's word, which is also said where there is nothing to compute from. */
  readonly resultSource: "server" | "computed";
  /** The words behind `status` and `result` as the server wrote them. */
  readonly rawStatus: string | undefined;
  readonly rawResult: string | undefined;
  /** What the analyses say; undefined where the reply says nothing about analyses. */
  readonly computed: { readonly status: Status; readonly result: Status } | undefined;
  /** The result of the group that finished last, while another still runs. */
  readonly settledResult: Status | undefined;
  /** Nothing more will happen by itself. */
  readonly terminal: boolean;
  /** Oldest first. */
  readonly groups: readonly PublicGroup[];
  /** The last-finished group, and those of its analyses that carry its result. */
  readonly deciding: { readonly groupId: string; readonly analysisIds: readonly string[] } | undefined;
  readonly findings: readonly Finding[];
}

function publicAnalysis(analysis: AnalysisResolution): PublicAnalysis {
  const { id, type, state = "UNKNOWN", result, rawResult, createdAt, updatedAt, scores, error } = analysis;
  return { id, type, state, result, rawResult, createdAt, updatedAt, scores, error };
}

function publicGroup({ id, inferred, result, finishedAt, analyses }: GroupResolution): PublicGroup {
  return { id, inferred, result, finishedAt, analyses: analyses.map(publicAnalysis) };
}

/**
 * @param findings those that the user did not hide, and what `overdue` found; by default all of the resolution
 * @returns a copy for other extensions, which cannot change ours through it
 */
export function toPublic(
  resolution: FolderResolution,
  findings: readonly Finding[] = resolution.findings,
): PublicResolution {
  const { status, rawStatus, result, rawResult, resultSource } = resolution;
  const { computed, settledResult, terminal, deciding } = resolution;
  return structuredClone({
    status: status ?? "UNKNOWN",
    result: result ?? "UNKNOWN",
    resultSource: resultSource ?? "server",
    rawStatus,
    rawResult,
    computed,
    settledResult,
    terminal,
    groups: resolution.groups.map(publicGroup),
    deciding,
    findings,
  });
}
