import type { Finding } from "./finding";
import type { Score } from "./score";
import type { Status, Verdict } from "./status";

/** The statuses of an object as the server wrote them, by the names of their members; undefined where it wrote none. */
type Words<Name extends string> = Readonly<Record<Name, string | undefined>>;

type AnalysisWords = Words<"state" | "resolution_status" | "resolution">;

type FolderWords = Words<"resolution_status" | "system_resolution" | "operator_status">;

/** A resolved analysis. */
export interface AnalysisResolution {
  /** Undefined if the server gives none. */
  readonly id: string | undefined;
  /** Undefined if the server gives none. */
  readonly groupId: string | undefined;
  /** In upper case, for example QUALITY; undefined if the server gives none. */
  readonly type: string | undefined;
  readonly state: Status | undefined;
  readonly result: Status;
  readonly words: AnalysisWords;
  /** The member that `result` was read from; undefined if the reply has none. */
  readonly resultMember: keyof AnalysisWords | undefined;
  /** Whether its state is INITIAL or PROCESSING. */
  readonly running: boolean;
  /** Whether it can no longer change: its state is FINISHED or FAILED (rule 7). */
  readonly terminal: boolean;
  /** Whether its state is FAILED. */
  readonly failed: boolean;
  /** Epoch milliseconds. */
  readonly createdAt: number | undefined;
  /** Epoch milliseconds. */
  readonly updatedAt: number | undefined;
  /** The deciding score first; empty if the reply has none. */
  readonly scores: readonly Score[];
  /** Why it failed; undefined if the reply gives no error. */
  readonly error: { readonly code: string | undefined; readonly message: string | undefined } | undefined;
}

/** A resolved group: the analyses of one POST. */
export interface GroupResolution {
  /** From the server, or made up if it names none; unique in the folder. */
  readonly id: string;
  /** Whether the group was inferred from creation times because the server names none. */
  readonly inferred: boolean;
  readonly result: Status;
  /** Whether any of its analyses is running. */
  readonly running: boolean;
  /** Whether all of its analyses are terminal. */
  readonly terminal: boolean;
  /** Whether any of its analyses has failed. */
  readonly failed: boolean;
  /** Epoch milliseconds: the latest change of its analyses, as far as they say. */
  readonly updatedAt: number | undefined;
  /** Epoch milliseconds; undefined unless all of its analyses are terminal and say when. */
  readonly finishedAt: number | undefined;
  /** Epoch milliseconds: when its earliest analysis was created. */
  readonly createdAt: number | undefined;
  readonly analyses: readonly AnalysisResolution[];
}

/** A resolved folder: its status and result, and where they come from. */
export interface FolderResolution {
  /** How far the folder is: from the server, or else computed from the analyses. */
  readonly status: Status | undefined;
  /** What came out: from the server, or else computed from the analyses. */
  readonly result: Status | undefined;
  readonly words: FolderWords;
  /** The member that `result` was read from; undefined if it is computed or there is none. */
  readonly resultMember: keyof FolderWords | undefined;
  /** What an operator has decided, if anything. */
  readonly operatorDecision: Verdict | undefined;
  /** Status and result computed from the analyses; undefined if the reply has no `analyses`. */
  readonly computed: { readonly status: Status; readonly result: Status } | undefined;
  /** The result of the group that finished last, while another group is running. */
  readonly settledResult: Status | undefined;
  /** Whether the folder will not change unless another group is posted (rule 7). */
  readonly terminal: boolean;
  /**
   * Whether the server's status or result contradicts the analyses, and was read so soon after the last change that it may
   * not have been written yet.
   */
  readonly settling: boolean;
  /** Analyses in the reply, including those beyond the limit of `groups`; undefined if the reply has no `analyses`. */
  readonly analysisCount: number | undefined;
  /** Oldest first; empty if the reply has no `analyses`. */
  readonly groups: readonly GroupResolution[];
  /** The group that finished last, and those of its analyses that have its result. */
  readonly deciding: { readonly groupId: string; readonly analysisIds: readonly string[] } | undefined;
  /** Epoch milliseconds by the server's clock; undefined if nothing is processing or the start is unknown. */
  readonly processingSince: number | undefined;
  /** In the order of `FINDING_CODES`. */
  readonly findings: readonly Finding[];
}
