import { NotSavedError } from "../base/boundedMemento";
import { OzError } from "../oz/http/ozError";
import { errorSentence } from "../views/text/failureText";
import { UserError } from "./command";

/** @returns what to tell the user; undefined for an error that nobody expected */
export function sentenceOf(error: unknown): string | undefined {
  if (error instanceof OzError) return errorSentence(error, Date.now());
  return error instanceof UserError || error instanceof NotSavedError ? error.message : undefined;
}

/**
 * @returns the error for the log: without the words of a server, which may have personal data. A sentence for the user is
 * in their language, so its kind stands before it
 */
export function inLog(error: unknown): string {
  if (error instanceof OzError)
    return error.status === undefined ? error.reason : `${error.reason}, status ${error.status}`;
  if (error instanceof UserError) return `UserError: ${error.message}`;
  return error instanceof NotSavedError ? `NotSavedError: ${error.message}` : stackOf(error);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : "threw something that is not an error";
}
