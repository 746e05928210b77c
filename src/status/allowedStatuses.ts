import { MAX_STATUS_LENGTH } from "../base/limits";
import { plainText } from "../base/plainText";
import type { FindingList } from "./finding";
import { KNOWN_STATUSES, rawText, type KnownStatus, type Status } from "./status";

/** The four fields in which Oz API writes a status. */
export type StatusField = "analysisState" | "analysisResult" | "folderStatus" | "folderResult";

/**
 * The table of the status document: what a status means in each field; "-" where the document does not allow it. INITIAL
 * on an analysis is not in it, but older servers and the vendor's mobile SDK know it.
 */
const MEANINGS: Readonly<Record<KnownStatus, Readonly<Record<StatusField, string>>>> = {
  INITIAL: {
    analysisState: "not begun",
    analysisResult: "not begun",
    folderStatus: "starting state",
    folderResult: "starting state",
  },
  PROCESSING: {
    analysisState: "starting state",
    analysisResult: "starting state",
    folderStatus: "analyses in progress",
    folderResult: "analyses in progress",
  },
  FAILED: {
    analysisState: "system error",
    analysisResult: "system error",
    folderStatus: "system error",
    folderResult: "system error",
  },
  FINISHED: {
    analysisState: "finished successfully",
    analysisResult: "-",
    folderStatus: "finished successfully",
    folderResult: "-",
  },
  DECLINED: {
    analysisState: "-",
    analysisResult: "check failed",
    folderStatus: "-",
    folderResult: "check failed",
  },
  OPERATOR_REQUIRED: {
    analysisState: "-",
    analysisResult: "additional check is needed",
    folderStatus: "-",
    folderResult: "additional check is needed",
  },
  SUCCESS: {
    analysisState: "-",
    analysisResult: "check succeeded",
    folderStatus: "-",
    folderResult: "check succeeded",
  },
};

/** @returns what the status document says of a status in a field; undefined if the field may not hold it */
export function meaningOf(status: Status, field: StatusField): string | undefined {
  const meaning = status === "UNKNOWN" ? "-" : MEANINGS[status][field];
  return meaning === "-" ? undefined : meaning;
}

/** When an analysis asks for an operator, by the status document. */
export const OPERATOR_RULE =
  "By the Oz API documentation, operator required appears only if the biometry settings ask for it, and never from liveness.";

const REPEATS_STATE = "Until the analysis is finished, its result repeats its state.";

/** What else a developer may wonder about a status in a field. */
const NOTES: Readonly<Record<StatusField, Readonly<Partial<Record<KnownStatus, string>>>>> = {
  analysisState: {
    INITIAL: "Older servers write this.",
    FINISHED: "The analysis is done. How it ended is in resolution_status.",
  },
  analysisResult: {
    INITIAL: "Older servers write this.",
    PROCESSING: REPEATS_STATE,
    FAILED: REPEATS_STATE,
    OPERATOR_REQUIRED: OPERATOR_RULE,
  },
  folderStatus: {
    FINISHED: "All analyses are done. How they ended is in system_resolution, if the server gives it.",
    OPERATOR_REQUIRED: OPERATOR_RULE,
  },
  folderResult: { OPERATOR_REQUIRED: OPERATOR_RULE },
};

/** @returns a sentence on what else to know of a status in a field; undefined if there is nothing */
export function noteOn(status: Status, field: StatusField): string | undefined {
  return status === "UNKNOWN" ? undefined : NOTES[field][status];
}

/** @returns the statuses that a field may hold, in the order of the document's table */
export function allowedStatuses(field: StatusField): readonly KnownStatus[] {
  return KNOWN_STATUSES.filter((status) => meaningOf(status, field) !== undefined);
}

/**
 * Checks a field's status against the status document and reports one that it may not hold.
 * @param name what a finding calls the field
 * @param raw the status as the server wrote it
 * @param id the analysis, if the field belongs to one
 * @returns whether the field may hold the status; true if there is none
 */
export function checkAllowed(
  findings: FindingList,
  field: StatusField,
  name: string,
  status: Status | undefined,
  raw: unknown,
  id?: string,
): boolean {
  if (status === undefined || meaningOf(status, field) !== undefined) return true;
  if (status === "UNKNOWN") {
    const quoted = plainText(String(rawText(raw)), MAX_STATUS_LENGTH);
    findings.add(
      "unknownWord",
      `The ${name} is "${quoted}", which the Oz API documentation does not define.`,
      [id],
    );
  } else {
    const message = `The ${name} is ${status}, which the Oz API documentation does not allow there.`;
    findings.add("valueOutOfPlace", message, [id]);
  }
  return false;
}
