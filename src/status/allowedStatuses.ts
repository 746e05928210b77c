import type { Status } from "./words";

/** The four places in which Oz API writes a status word. */
export type StatusField = "analysisState" | "analysisResult" | "folderStatus" | "folderResult";

type Cell = readonly [Status, string];

const STARTING = "starting state";
const FAILED: Cell = ["FAILED", "system error"];
const STARTED: readonly Cell[] = [["PROCESSING", STARTING], FAILED];
const UNDER_WAY: readonly Cell[] = [["INITIAL", STARTING], ["PROCESSING", "analyses in progress"], FAILED];
const FINISHED: Cell = ["FINISHED", "finished successfully"];
const VERDICTS: readonly Cell[] = [
  ["DECLINED", "check failed"],
  ["OPERATOR_REQUIRED", "additional check is needed"],
  ["SUCCESS", "check succeeded"],
];

/** The matrix of the status document: what a word means in each field; no entry where the cell is empty. */
export const ALLOWED_STATUSES: Readonly<Record<StatusField, ReadonlyMap<Status, string>>> = {
  analysisState: new Map([...STARTED, FINISHED]),
  analysisResult: new Map([...STARTED, ...VERDICTS]),
  folderStatus: new Map([...UNDER_WAY, FINISHED]),
  folderResult: new Map([...UNDER_WAY, ...VERDICTS]),
};
