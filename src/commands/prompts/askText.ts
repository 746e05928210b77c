import { window } from "vscode";
import { OzError } from "../../oz/http/ozError";
import { errorSentence } from "../../views/text/failureText";
import { UserError } from "../command";

/** The title of a question, and its place in a series of questions. */
export interface QuestionFrame {
  readonly title: string;
  readonly step?: number;
  readonly totalSteps?: number;
}

/** A question for a text. */
export interface Question<T> extends QuestionFrame {
  readonly prompt: string;
  readonly value?: string | undefined;
  readonly placeholder?: string;
  readonly password?: boolean;
  /**
   * Turns the text into the answer. If it throws a `UserError` or an `OzError`, the box stays open and shows the message,
   * except for "noSignIn", because no other text would help.
   * @param signal aborted if the user closes the box meanwhile
   */
  readonly accept: (text: string, signal: AbortSignal) => T | Promise<T>;
}

/**
 * Asks until `accept` succeeds.
 * @returns what `accept` returned; undefined if cancelled
 * @throws what `accept` threw, if asking again is no use
 */
export function askText<T>(question: Question<T>): Promise<T | undefined> {
  const input = window.createInputBox();
  input.title = question.title;
  input.prompt = question.prompt;
  input.value = question.value ?? "";
  input.placeholder = question.placeholder;
  input.password = question.password ?? false;
  input.step = question.step;
  input.totalSteps = question.totalSteps;
  // The user may have to fetch a password from another window.
  input.ignoreFocusOut = true;
  const closed = new AbortController();
  return new Promise<T | undefined>((resolve, reject) => {
    input.onDidChangeValue(() => (input.validationMessage = undefined));
    input.onDidHide(() => {
      closed.abort();
      input.dispose();
      resolve(undefined);
    });
    input.onDidAccept(async () => {
      if (input.busy) return;
      input.busy = true;
      input.enabled = false;
      try {
        resolve(await question.accept(input.value, closed.signal));
        input.hide();
      } catch (error) {
        if (isWorthAnotherTry(error))
          input.validationMessage =
            error instanceof OzError ? errorSentence(error, Date.now()) : error.message;
        else {
          reject(error instanceof Error ? error : new Error("A question failed."));
          input.hide();
        }
      } finally {
        input.busy = false;
        input.enabled = true;
      }
    });
    input.show();
  });
}

function isWorthAnotherTry(error: unknown): error is OzError | UserError {
  return error instanceof UserError || (error instanceof OzError && error.reason !== "noSignIn");
}
