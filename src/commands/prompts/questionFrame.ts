import { QuickInputButtons, type Event, type QuickInput, type QuickInputButton } from "vscode";

/** The title of a question, and its place in a series of questions. */
export interface QuestionFrame {
  readonly title: string;
  readonly step?: number;
  readonly totalSteps?: number;
  /** Called when the user presses Back, just before the question closes. Undefined: there is no such button. */
  readonly onBack?: (() => void) | undefined;
  /** What the user has typed when the question was asked before. */
  readonly typed?: string | undefined;
  /** Called when the question closes, if the user has changed the text. Never with a password. */
  readonly onTyped?: (text: string) => void;
}

/** An input box or a list. */
type FramedInput = QuickInput & {
  buttons: readonly QuickInputButton[];
  readonly onDidTriggerButton: Event<QuickInputButton>;
};

/** Shows title, step and Back button on a question. */
export function showFrame(input: FramedInput, { title, step, totalSteps, onBack }: QuestionFrame): void {
  input.title = title;
  input.step = step;
  input.totalSteps = totalSteps;
  if (!onBack) return;
  input.buttons = [QuickInputButtons.Back];
  input.onDidTriggerButton(() => {
    onBack();
    input.hide();
  });
}
