import * as l10n from "@vscode/l10n";
import { counted } from "../../base/language";
import type { Status } from "../../status/status";

/**
 * @param count of the analyses
 * @param types of the analyses: "Liveness and Face match"
 */
type Clause = (count: number, types: string) => string;

/** What came out of analyses. Whole, as languages differ in the order of words and in what agrees with what. */
export const RESULT_CLAUSES: Readonly<Record<Status, Clause>> = {
  INITIAL: (count, types) => counted(l10n.t("{1} has not begun|{1} have not begun"), count, types),
  PROCESSING: (count, types) => counted(l10n.t("{1} is running|{1} are running"), count, types),
  FAILED: (count, types) => counted(l10n.t("{1} failed|{1} failed"), count, types),
  FINISHED: (count, types) =>
    counted(l10n.t("{1} finished without a result|{1} finished without a result"), count, types),
  DECLINED: (count, types) => counted(l10n.t("{1} was declined|{1} were declined"), count, types),
  OPERATOR_REQUIRED: (count, types) =>
    counted(l10n.t("{1} needs an operator|{1} need an operator"), count, types),
  SUCCESS: (count, types) => counted(l10n.t("{1} succeeded|{1} succeeded"), count, types),
  UNKNOWN: (count, types) =>
    counted(l10n.t("{1} has an unknown result|{1} have an unknown result"), count, types),
};

/** The same of analyses beside the one that decided. */
export const ALSO_CLAUSES: Readonly<Record<Status, Clause>> = {
  ...RESULT_CLAUSES,
  FAILED: (count, types) => counted(l10n.t("{1} also failed|{1} also failed"), count, types),
  DECLINED: (count, types) => counted(l10n.t("{1} was also declined|{1} were also declined"), count, types),
  OPERATOR_REQUIRED: (count, types) =>
    counted(l10n.t("{1} also needs an operator|{1} also need an operator"), count, types),
};

/** The same of analyses beside one that is running. */
export const ALREADY_CLAUSES: Readonly<Record<Status, Clause>> = {
  ...RESULT_CLAUSES,
  FAILED: (count, types) => counted(l10n.t("{1} already failed|{1} already failed"), count, types),
  DECLINED: (count, types) =>
    counted(l10n.t("{1} was already declined|{1} were already declined"), count, types),
  OPERATOR_REQUIRED: (count, types) =>
    counted(l10n.t("{1} already needs an operator|{1} already need an operator"), count, types),
};
