import type { Finding } from "./finding";
import type { Score } from "./score";
import type { Status } from "./words";

/** One analysis of a folder, resolved. */
export interface AnalysisResolution {
  /** The id that the server gave; undefined where it gave none. */
  readonly id: string | undefined;
  /** The id of its group, if the server gave one. */
  readonly groupId: string | undefined;
  /** The type in upper case as Oz API writes it, for example QUALITY; undefined where it is missing. */
  readonly type: string | undefined;
  readonly state: Status | undefined;
  readonly result: Status;
  /** The word behind `result` as the server wrote it. */
  readonly rawResult: string | undefined;
  readonly running: boolean;
  /** Whether the server can change it no more: its state is FINISHED or FAILED (rule 7). */
  readonly terminal: boolean;
  /** Whether it could not be finished: its state is FAILED. */
  readonly failed: boolean;
  /** Epoch milliseconds. */
  readonly createdAt: number | undefined;
  /** Epoch milliseconds. */
  readonly updatedAt: number | undefined;
  /** The scores that its type is judged by, where the reply has them. */
  readonly scores: readonly Score[];
  /** What a failed analysis says of its failure. */
  readonly error: { readonly code: string | undefined; readonly message: string | undefined } | undefined;
}

/** The analyses of one POST. */
export interface GroupResolution {
  /** The server's, or one of ours; unique in its folder. */
  readonly id: string;
  /** Whether the group was put together by time because the server named none. */
  readonly inferred: boolean;
  readonly result: Status;
  readonly running: boolean;
  /** Whether the server can change none of its analyses any more. */
  readonly terminal: boolean;
  /** Whether any of its analyses failed. */
  readonly failed: boolean;
  /** Epoch milliseconds; undefined while any of its analyses is running. */
  readonly finishedAt: number | undefined;
  /** Epoch milliseconds of its earliest analysis. */
  readonly createdAt: number | undefined;
  readonly analyses: readonly AnalysisResolution[];
}

/** What is known of a folder's status and result, and where it comes from. */
export interface FolderResolution {
  /** How far: the server's word, else what the analyses say. */
  readonly status: Status | undefined;
  /** The word behind the server's `resolution_status` as it wrote it. */
  readonly rawStatus: string | undefined;
  /** What came out: the server's word, else what the analyses say. */
  readonly result: Status | undefined;
  /** The word behind `result` as the server wrote it; undefined where it is computed. */
  readonly rawResult: string | undefined;
  readonly resultSource: "server" | "computed" | undefined;
  /** What the analyses say; undefined where the reply says nothing about analyses. */
  readonly computed: { readonly status: Status; readonly result: Status } | undefined;
  /** The result of the group that finished last, while another still runs. */
  readonly settledResult: Status | undefined;
  /** Nothing more will happen by itself (rule 7). */
  readonly terminal: boolean;
  /** How many analyses the reply has, also beyond those that are in `groups`; undefined where it says nothing of them. */
  readonly analysisCount: number | undefined;
  /** Oldest first; empty where the reply says nothing about analyses. */
  readonly groups: readonly GroupResolution[];
  /** The last-finished group, and those of its analyses that carry its result. */
  readonly deciding: { readonly groupId: string; readonly analysisIds: readonly string[] } | undefined;
  /** Epoch milliseconds since when something is processed; undefined when nothing is, or it is not known. */
  readonly processingSince: number | undefined;
  /** What a developer wants pointed out, in the order of `FINDING_CODES`. */
  readonly findings: readonly Finding[];
}
