import { window } from "vscode";
import { OzError } from "../../oz/http/ozError";
import { errorSentence } from "../../views/text/failureText";
import { UserError } from "../command";
import { showFrame, type QuestionFrame } from "./questionFrame";

/** A question for a text. */
export interface Question<T> extends QuestionFrame {
  readonly prompt: string;
  readonly value?: string | undefined;
  readonly placeholder?: string;
  readonly password?: boolean;
  /**
   * Turns the text into the answer. If it throws a `UserError` or an `OzError`, the box stays open and shows the message,
   * except for "noSignIn", because no other text would help.
   * @param signal aborted if the user closes the box or types meanwhile
   */
  readonly accept: (text: string, signal: AbortSignal) => T | Promise<T>;
}

/**
 * Asks until `accept` succeeds.
 * @returns what `accept` returned; undefined if cancelled
 * @throws what `accept` threw, if asking again is no use
 */
export function askText<T>(question: Question<T>): Promise<T | undefined> {
  const { password = false, value = "", onTyped } = question;
  const input = window.createInputBox();
  showFrame(input, question);
  input.prompt = question.prompt;
  input.value = question.typed ?? value;
  input.placeholder = question.placeholder;
  input.password = password;
  // The user may have to fetch a password from another window.
  input.ignoreFocusOut = true;
  const shown = input.value;
  let check: AbortController | undefined;
  const cancelCheck = (): void => {
    check?.abort();
    check = undefined;
    input.busy = false;
  };
  return new Promise<T | undefined>((resolve, reject) => {
    input.onDidChangeValue(() => {
      cancelCheck();
      input.validationMessage = undefined;
    });
    input.onDidHide(() => {
      cancelCheck();
      if (!password && input.value !== shown) onTyped?.(input.value);
      input.dispose();
      resolve(undefined);
    });
    input.onDidAccept(async () => {
      if (input.busy) return;
      // Not disabled, as that would take Back away and the focus from the box.
      input.busy = true;
      const { signal } = (check = new AbortController());
      try {
        resolve(await question.accept(input.value, signal));
        input.hide();
      } catch (error) {
        if (signal.aborted) return;
        cancelCheck();
        if (isWorthAnotherTry(error))
          input.validationMessage =
            error instanceof OzError ? errorSentence(error, Date.now()) : error.message;
        else {
          reject(error instanceof Error ? error : new Error("A question failed."));
          input.hide();
        }
      }
    });
    input.show();
  });
}

function isWorthAnotherTry(error: unknown): error is OzError | UserError {
  return error instanceof UserError || (error instanceof OzError && error.reason !== "noSignIn");
}
