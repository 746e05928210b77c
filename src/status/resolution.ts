import type { Finding } from "./finding";
import type { Score } from "./score";
import type { Status } from "./status";

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
  /** `result` as the server wrote it. */
  readonly rawResult: string | undefined;
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
  /** The scores that decided it, if the reply has them. */
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
  /** Epoch milliseconds; undefined while an analysis is running. */
  readonly finishedAt: number | undefined;
  /** Epoch milliseconds: when its earliest analysis was created. */
  readonly createdAt: number | undefined;
  readonly analyses: readonly AnalysisResolution[];
}

/** A resolved folder: its status and result, and where they come from. */
export interface FolderResolution {
  /** How far the folder is: from the server, or else computed from the analyses. */
  readonly status: Status | undefined;
  /** `resolution_status` as the server wrote it. */
  readonly rawStatus: string | undefined;
  /** What came out: from the server, or else computed from the analyses. */
  readonly result: Status | undefined;
  /** `result` as the server wrote it; undefined if it is computed. */
  readonly rawResult: string | undefined;
  readonly resultSource: "server" | "computed" | undefined;
  /** Status and result computed from the analyses; undefined if the reply has no `analyses`. */
  readonly computed: { readonly status: Status; readonly result: Status } | undefined;
  /** The result of the group that finished last, while another group is running. */
  readonly settledResult: Status | undefined;
  /** Whether the folder will not change unless another group is posted (rule 7). */
  readonly terminal: boolean;
  /** Analyses in the reply, including those beyond the limit of `groups`; undefined if the reply has no `analyses`. */
  readonly analysisCount: number | undefined;
  /** Oldest first; empty if the reply has no `analyses`. */
  readonly groups: readonly GroupResolution[];
  /** The group that finished last, and those of its analyses that have its result. */
  readonly deciding: { readonly groupId: string; readonly analysisIds: readonly string[] } | undefined;
  /** Epoch milliseconds; undefined if nothing is processing or the start is unknown. */
  readonly processingSince: number | undefined;
  /** In the order of `FINDING_CODES`. */
  readonly findings: readonly Finding[];
}
