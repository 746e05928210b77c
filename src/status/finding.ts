import * as l10n from "@vscode/l10n";
import { inDigits } from "../base/language";
import { MAX_FINDINGS } from "../base/limits";
import { compareTexts } from "./lists";

export type FindingSeverity = "error" | "warning" | "info";

/** Everything that a resolution can point out. Settings and other extensions use the codes, so they never change. */
export const FINDING_CODES = {
  resultDiffers: {
    severity: "error",
    description: () =>
      l10n.t(
        "The server's result differs from the one its analyses give; a warning if it is that of the group posted last, or if times are missing.",
      ),
  },
  statusDiffers: {
    severity: "warning",
    description: () => l10n.t("The server's status differs from the status its analyses give."),
  },
  operatorDiffers: {
    severity: "warning",
    description: () => l10n.t("An operator has decided against the system's result."),
  },
  analysisFailed: {
    severity: "error",
    description: () => l10n.t("An analysis failed because of an error."),
  },
  livenessOperatorRequired: {
    severity: "warning",
    description: () =>
      l10n.t("A liveness analysis requires an operator, which the Oz API documentation rules out."),
  },
  finishedWithoutResult: {
    severity: "warning",
    description: () => l10n.t("An analysis finished without a result."),
  },
  livenessWithoutMedia: {
    severity: "warning",
    description: () =>
      l10n.t("A liveness analysis succeeded without media: there may have been nothing to check."),
  },
  tooFewMedia: {
    severity: "warning",
    description: () => l10n.t("A face match had fewer than two files to compare."),
  },
  unknownWord: {
    severity: "warning",
    description: () => l10n.t("A status that the Oz API documentation does not define."),
  },
  valueOutOfPlace: {
    severity: "warning",
    description: () => l10n.t("A status in a field where the Oz API documentation does not allow it."),
  },
  processingTooLong: {
    severity: "warning",
    description: () => l10n.t("Processing takes longer than the limit."),
  },
  slowerThanUsual: {
    severity: "info",
    description: () => l10n.t("Processing takes longer than usual."),
  },
  invalidValue: {
    severity: "warning",
    description: () => l10n.t("A value that JSON does not allow; it is left out."),
  },
  replyCut: {
    severity: "warning",
    description: () => l10n.t("The reply is too large; only part of it is shown."),
  },
  noAnalyses: {
    severity: "info",
    description: () => l10n.t("The folder has no analyses."),
  },
  groupsInferred: {
    severity: "info",
    description: () =>
      l10n.t("The server names no groups; they were inferred from the creation times of the analyses."),
  },
} as const satisfies Readonly<Record<string, { severity: FindingSeverity; description: () => string }>>;

export type FindingCode = keyof typeof FINDING_CODES;

/** One thing to point out to a developer who debugs an integration. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  /** One plain sentence on one line. Quotes from the server are truncated. */
  readonly message: string;
  /** The IDs of the analyses concerned, if they have any; empty if the finding is about the folder alone. */
  readonly analysisIds: readonly string[];
}

/** @param ids the analyses concerned; undefined for one without an ID */
export function makeFinding(
  code: FindingCode,
  message: string,
  ids: readonly (string | undefined)[],
  severity: FindingSeverity = FINDING_CODES[code].severity,
): Finding {
  const analysisIds = [...new Set(ids)].filter((id) => id !== undefined).sort();
  return { code, severity, message, analysisIds };
}

const codeOrder = new Map(Object.keys(FINDING_CODES).map((code, index) => [code, index]));

function compareFindings(a: Finding, b: Finding): number {
  // Those of a reply's values keep its order: the last one counts the rest.
  if (a.code === "invalidValue" && b.code === "invalidValue") return 0;
  return (
    (codeOrder.get(a.code) ?? 0) - (codeOrder.get(b.code) ?? 0) ||
    compareTexts(a.message, b.message) ||
    compareTexts(a.analysisIds[0], b.analysisIds[0])
  );
}

interface Found {
  readonly code: FindingCode;
  readonly message: string;
  readonly ids: (string | undefined)[];
  readonly severity: FindingSeverity | undefined;
}

/** Collects the findings of one folder. Every folder has one, so it allocates nothing until something is found. */
export class FindingList {
  private found: Map<string, Found> | undefined;

  /** Whether the limit is reached, so that the remaining analyses need not be checked. */
  get isFull(): boolean {
    return this.found !== undefined && this.found.size >= MAX_FINDINGS;
  }

  /** Merges equal messages about several analyses into one finding, except failures: each has its own. */
  add(
    code: FindingCode,
    message: string,
    ids: readonly (string | undefined)[] = [],
    severity?: FindingSeverity,
  ): void {
    this.found ??= new Map();
    const key = code === "analysisFailed" ? String(this.found.size) : message;
    const same = this.found.get(key);
    if (same) same.ids.push(...ids);
    else this.found.set(key, { code, message, ids: [...ids], severity });
  }

  /**
   * Reports a list that is longer than its limit.
   * @param list any JSON value; only an array can be too long
   * @param describe says so, given the length and the limit: "1,001", "1,000"
   */
  addIfCut(
    list: unknown,
    limit: number,
    describe: (count: string, limit: string) => string,
    id?: string,
  ): void {
    if (!Array.isArray(list) || list.length <= limit) return;
    this.add("replyCut", describe(inDigits(list.length), inDigits(limit)), [id]);
  }

  /** @returns the findings in the order of `FINDING_CODES`, whatever the order in which they were added */
  list(): readonly Finding[] {
    if (!this.found) return [];
    return [...this.found.values()]
      .map(({ code, message, ids, severity }) => makeFinding(code, message, ids, severity))
      .sort(compareFindings);
  }
}
