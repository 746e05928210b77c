import { QuickPickItemKind, window, type QuickInputButton, type QuickPick, type QuickPickItem } from "vscode";
import { showFrame, type QuestionFrame } from "./questionFrame";

/** Separates groups of items. */
export const SEPARATOR = { label: "", kind: QuickPickItemKind.Separator };

/** A list to choose from. Items may have buttons. */
export interface PickQuestion<Item extends QuickPickItem, Choice> extends QuestionFrame {
  readonly placeholder: string;
  /** Whether the list stays open when the user clicks elsewhere, for example to copy something. */
  readonly ignoreFocusOut?: boolean;
  /** The items, or a function of the text typed so far that returns them. */
  readonly items: readonly Item[] | ((typed: string) => readonly Item[]);
  /** The item to start at; by default the first one. */
  readonly active?: Item;
  /** Resolves when `items` has more to list than at first. */
  readonly more?: Promise<unknown>;
  /** @returns the choice that an item or one of its buttons stands for; undefined keeps the list open */
  readonly choiceOf: (item: Item, button: QuickInputButton | undefined) => Choice | undefined;
}

/** @returns the user's choice; undefined if cancelled */
export function askPick<Item extends QuickPickItem, Choice>(
  question: PickQuestion<Item, Choice>,
): Promise<Choice | undefined> {
  const { placeholder, ignoreFocusOut = false, items, active, more, choiceOf } = question;
  const input = window.createQuickPick<Item>();
  showFrame(input, question);
  input.placeholder = placeholder;
  input.ignoreFocusOut = ignoreFocusOut;
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  if (typeof items === "function") {
    // Not in its types, but VS Code has it for every extension: it keeps the order. Without it, items whose label has the
    // typed text would come first.
    Object.assign(input, { sortByLabel: false });
    input.items = items("");
    input.onDidChangeValue((typed) => (input.items = items(typed)));
    void more?.then(() => replaceItems(input, items(input.value)));
  } else input.items = items;
  if (active) input.activeItems = [active];
  return new Promise((resolve) => {
    const choose = (item: Item | undefined, button?: QuickInputButton): void => {
      const choice = item && choiceOf(item, button);
      if (choice === undefined) return;
      resolve(choice);
      input.hide();
    };
    // VS Code selects nothing if Enter follows a paste before it has the new items.
    const first = (): Item | undefined => (typeof items === "function" ? input.items[0] : undefined);
    input.onDidAccept(() => choose(input.selectedItems[0] ?? first()));
    input.onDidTriggerItemButton(({ button, item }) => choose(item, button));
    input.onDidHide(() => {
      input.dispose();
      resolve(undefined);
    });
    input.show();
  });
}

/** Lists other items. What the user has moved to stays active: VS Code would return to the first. */
function replaceItems<Item extends QuickPickItem>(input: QuickPick<Item>, items: readonly Item[]): void {
  const [active] = input.activeItems;
  const hasMoved = active !== undefined && active !== input.items[0];
  input.items = items;
  if (hasMoved) input.activeItems = items.filter(({ label }) => label === active.label);
}
