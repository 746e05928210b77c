import { window, type QuickPickItem } from "vscode";
import { showFrame, type QuestionFrame } from "./questionFrame";

/** A list of which any number of items can be chosen. */
export interface SomeQuestion<Item extends QuickPickItem> extends QuestionFrame {
  readonly placeholder: string;
  readonly items: readonly Item[];
  /** Those of the items that are chosen at first. */
  readonly chosen: readonly Item[];
}

/** @returns the chosen items, maybe none; undefined if cancelled */
export function askSome<Item extends QuickPickItem>(
  question: SomeQuestion<Item>,
): Promise<readonly Item[] | undefined> {
  const { placeholder, items, chosen } = question;
  const input = window.createQuickPick<Item>();
  showFrame(input, question);
  input.placeholder = placeholder;
  input.canSelectMany = true;
  input.items = items;
  input.selectedItems = chosen;
  return new Promise((resolve) => {
    input.onDidAccept(() => {
      resolve(input.selectedItems);
      input.hide();
    });
    input.onDidHide(() => {
      input.dispose();
      resolve(undefined);
    });
    input.show();
  });
}
