export type FindingSeverity = "error" | "warning" | "info";

/** Everything that a resolution can point out. The codes are stable: settings and other extensions name them. */
export const FINDING_CODES = {
  resultDiffers: {
    severity: "error",
    description: "The server's result differs from the one that its analyses give.",
  },
  statusDiffers: {
    severity: "warning",
    description: "The server's status differs from the one that its analyses give.",
  },
  analysisFailed: {
    severity: "error",
    description: "An analysis failed because of an error.",
  },
  livenessOperatorRequired: {
    severity: "warning",
    description: "A liveness analysis asks for an operator, which the status document rules out.",
  },
  finishedWithoutResult: {
    severity: "warning",
    description: "An analysis has finished without a result.",
  },
  unknownWord: {
    severity: "warning",
    description: "A status that is not in the status document.",
  },
  valueOutOfPlace: {
    severity: "warning",
    description: "A status in a field where the status document does not allow it.",
  },
  processingTooLong: {
    severity: "warning",
    description: "Processing takes longer than the limit.",
  },
  replyCut: {
    severity: "warning",
    description: "The reply has more than can be shown; only part of it is shown.",
  },
  noAnalyses: {
    severity: "info",
    description: "The folder has no analyses.",
  },
  groupsInferred: {
    severity: "info",
    description: "The server names no groups; they were inferred from the times of their analyses.",
  },
} as const satisfies Readonly<Record<string, { severity: FindingSeverity; description: string }>>;

export type FindingCode = keyof typeof FINDING_CODES;

/** One thing that somebody who debugs an integration wants pointed out. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  /** One plain sentence on one line. What it quotes of a server's words is cut short. */
  readonly message: string;
  /** The analyses that it is about, as far as they have ids; empty where it is about the folder alone. */
  readonly analysisIds: readonly string[];
}
