import { window } from "vscode";
import { OzError } from "../../oz/http/errors";
import { UserError } from "../userError";

/** One step of asking for a text. */
export interface Question<T> {
  readonly title: string;
  readonly prompt: string;
  readonly step?: number;
  readonly totalSteps?: number;
  readonly value?: string | undefined;
  readonly placeholder?: string;
  readonly password?: boolean;
  /**
   * Makes something of what was typed. When it throws, the box stays open with what was typed and says why.
   * @param signal aborted when the user closes the box meanwhile
   */
  readonly accept: (text: string, signal: AbortSignal) => T | Promise<T>;
}

/**
 * Asks until `accept` is content.
 * @returns what `accept` made of the text; undefined when the user closed the box
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
  // So that a password can be fetched from elsewhere meanwhile.
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
        if (error instanceof OzError || error instanceof UserError) input.validationMessage = error.message;
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
