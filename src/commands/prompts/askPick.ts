import { window, type QuickInputButton, type QuickPickItem } from "vscode";

/** A list to choose from, whose entries may have buttons. */
export interface PickQuestion<Item extends QuickPickItem, Choice> {
  readonly title: string;
  readonly placeholder: string;
  /** The entries, or what gives them for what was typed so far. */
  readonly items: readonly Item[] | ((typed: string) => readonly Item[]);
  /** What an entry stands for, or one of its buttons; the list stays open for one that stands for nothing. */
  readonly choiceOf: (item: Item, button: QuickInputButton | undefined) => Choice | undefined;
}

/** @returns what the user chose; undefined when the list was closed */
export function askPick<Item extends QuickPickItem, Choice>({
  title,
  placeholder,
  items,
  choiceOf,
}: PickQuestion<Item, Choice>): Promise<Choice | undefined> {
  const input = window.createQuickPick<Item>();
  input.title = title;
  input.placeholder = placeholder;
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  if (typeof items === "function") {
    input.items = items("");
    input.onDidChangeValue((typed) => (input.items = items(typed)));
  } else input.items = items;
  return new Promise((resolve) => {
    const choose = (item: Item | undefined, button?: QuickInputButton): void => {
      const choice = item && choiceOf(item, button);
      if (choice === undefined) return;
      resolve(choice);
      input.hide();
    };
    input.onDidAccept(() => choose(input.selectedItems[0]));
    input.onDidTriggerItemButton(({ button, item }) => choose(item, button));
    input.onDidHide(() => {
      input.dispose();
      resolve(undefined);
    });
    input.show();
  });
}
