import * as l10n from "@vscode/l10n";
import { MAX_STATUS_LENGTH } from "../base/limits";
import { plainText } from "../base/plainText";
import type { FindingList } from "./finding";
import { KNOWN_STATUSES, rawText, type KnownStatus, type Status } from "./status";

/** The four fields in which Oz API writes a status. */
export type StatusField = "analysisState" | "analysisResult" | "folderStatus" | "folderResult";

/** What the status document says of a status, by a name for what it says. */
const MEANINGS = {
  notBegun: () => l10n.t("not begun"),
  start: () => l10n.t("starting state"),
  running: () => l10n.t("analyses in progress"),
  systemError: () => l10n.t("system error"),
  finished: () => l10n.t("finished successfully"),
  checkFailed: () => l10n.t("check failed"),
  checkNeeded: () => l10n.t("additional check is needed"),
  checkSucceeded: () => l10n.t("check succeeded"),
} as const;

/** A meaning; "-" where the document does not allow the status. */
type Meaning = keyof typeof MEANINGS | "-";

/**
 * The table of the status document: what a status means in each field. INITIAL on an analysis is not in it, but older
 * servers and the vendor's mobile SDK know it.
 */
const TABLE: Readonly<Record<KnownStatus, Readonly<Record<StatusField, Meaning>>>> = {
  INITIAL: {
    analysisState: "notBegun",
    analysisResult: "notBegun",
    folderStatus: "start",
    folderResult: "start",
  },
  PROCESSING: {
    analysisState: "start",
    analysisResult: "start",
    folderStatus: "running",
    folderResult: "running",
  },
  FAILED: {
    analysisState: "systemError",
    analysisResult: "systemError",
    folderStatus: "systemError",
    folderResult: "systemError",
  },
  FINISHED: {
    analysisState: "finished",
    analysisResult: "-",
    folderStatus: "finished",
    folderResult: "-",
  },
  DECLINED: {
    analysisState: "-",
    analysisResult: "checkFailed",
    folderStatus: "-",
    folderResult: "checkFailed",
  },
  OPERATOR_REQUIRED: {
    analysisState: "-",
    analysisResult: "checkNeeded",
    folderStatus: "-",
    folderResult: "checkNeeded",
  },
  SUCCESS: {
    analysisState: "-",
    analysisResult: "checkSucceeded",
    folderStatus: "-",
    folderResult: "checkSucceeded",
  },
};

/** @returns what the status document says of a status in a field; undefined if the field may not hold it */
export function meaningOf(status: Status, field: StatusField): string | undefined {
  const meaning = meaningIn(field, status);
  return meaning === "-" ? undefined : MEANINGS[meaning]();
}

function meaningIn(field: StatusField, status: Status): Meaning {
  return status === "UNKNOWN" ? "-" : TABLE[status][field];
}

/** @returns when an analysis asks for an operator, by the status document */
export function operatorRule(): string {
  return l10n.t(
    "By the Oz API documentation, operator required appears only if the biometry settings ask for it, and never from liveness.",
  );
}

const repeatsState = (): string => l10n.t("Until the analysis is finished, its result repeats its state.");
const isOlder = (): string => l10n.t("Older servers write this.");

/** What else a developer may wonder about a status in a field. */
const NOTES: Readonly<Record<StatusField, Readonly<Partial<Record<KnownStatus, () => string>>>>> = {
  analysisState: {
    INITIAL: isOlder,
    FINISHED: () => l10n.t("The analysis is done. How it ended is in resolution_status."),
  },
  analysisResult: {
    INITIAL: isOlder,
    PROCESSING: repeatsState,
    FAILED: repeatsState,
    OPERATOR_REQUIRED: operatorRule,
  },
  folderStatus: {
    FINISHED: () =>
      l10n.t("All analyses are done. How they ended is in system_resolution, if the server gives it."),
    OPERATOR_REQUIRED: operatorRule,
  },
  folderResult: { OPERATOR_REQUIRED: operatorRule },
};

/** @returns a sentence on what else to know of a status in a field; undefined if there is nothing */
export function noteOn(status: Status, field: StatusField): string | undefined {
  return status === "UNKNOWN" ? undefined : NOTES[field][status]?.();
}

/** @returns the statuses that a field may hold, in the order of the document's table */
export function allowedStatuses(field: StatusField): readonly KnownStatus[] {
  return KNOWN_STATUSES.filter((status) => meaningIn(field, status) !== "-");
}

/**
 * Checks a field's status against the status document and reports one that it may not hold.
 * @param member where the field stands in the reply
 * @param raw the status as the server wrote it
 * @param id the analysis, if the field belongs to one
 * @returns whether the field may hold the status; true if there is none
 */
export function checkAllowed(
  findings: FindingList,
  field: StatusField,
  member: string,
  status: Status | undefined,
  raw: unknown,
  id?: string,
): boolean {
  if (status === undefined || meaningIn(field, status) !== "-") return true;
  const isOfFolder = field === "folderStatus" || field === "folderResult";
  if (status === "UNKNOWN") {
    const message = isOfFolder ? undefinedInFolder(member, raw) : undefinedInAnalysis(member, raw);
    findings.add("unknownWord", message, [id]);
  } else {
    const message = isOfFolder
      ? l10n.t("The folder {0} is {1}, which the Oz API documentation does not allow there.", member, status)
      : l10n.t(
          "The analysis {0} is {1}, which the Oz API documentation does not allow there.",
          member,
          status,
        );
    findings.add("valueOutOfPlace", message, [id]);
  }
  return false;
}

/** @returns the sentence about an unknown status in a member of a folder */
export function undefinedInFolder(member: string, raw: unknown): string {
  return l10n.t(
    'The folder {0} is "{1}", which the Oz API documentation does not define.',
    member,
    quote(raw),
  );
}

function undefinedInAnalysis(member: string, raw: unknown): string {
  return l10n.t(
    'The analysis {0} is "{1}", which the Oz API documentation does not define.',
    member,
    quote(raw),
  );
}

function quote(raw: unknown): string {
  return plainText(String(rawText(raw)), MAX_STATUS_LENGTH);
}
