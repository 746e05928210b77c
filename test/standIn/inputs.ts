import type * as vscode from "vscode";
import { desk, note } from "./desk";
import { EventEmitter, never } from "./values";

/** What input boxes and lists have in common. They are shown, noted and closed. */
class Input {
  title: string | undefined;
  step: number | undefined;
  totalSteps: number | undefined;
  enabled = true;
  busy = false;
  ignoreFocusOut = false;
  value = "";
  placeholder: string | undefined;
  prompt: string | undefined;
  buttons: readonly vscode.QuickInputButton[] = [];
  readonly onDidTriggerButton = never;
  readonly onDidChangeValue = never;
  protected readonly accepted = new EventEmitter<void>();
  private readonly hidden = new EventEmitter<void>();
  readonly onDidAccept = this.accepted.event;
  readonly onDidHide = this.hidden.event;

  hide(): void {
    this.hidden.fire();
  }

  dispose(): void {
    // Nothing is kept.
  }
}

class InputBox extends Input implements vscode.InputBox {
  valueSelection: readonly [number, number] | undefined;
  password = false;
  validationMessage: string | vscode.InputBoxValidationMessage | undefined;

  show(): void {
    note("input", [this.title, this.prompt, this.value].join(" | "));
    if (desk.typed === undefined) this.hide();
    else {
      this.value = desk.typed;
      this.accepted.fire();
    }
  }
}

class QuickPick<T extends vscode.QuickPickItem> extends Input implements vscode.QuickPick<T> {
  items: readonly T[] = [];
  readonly onDidTriggerItemButton = never;
  canSelectMany = false;
  matchOnDescription = false;
  matchOnDetail = false;
  keepScrollPosition = false;
  activeItems: readonly T[] = [];
  readonly onDidChangeActive = never;
  selectedItems: readonly T[] = [];
  readonly onDidChangeSelection = never;

  show(): void {
    note("list", this.title ?? "");
    this.hide();
  }
}

export const inputs = {
  createInputBox: () => new InputBox(),
  createQuickPick: <T extends vscode.QuickPickItem>() => new QuickPick<T>(),
  /** The first entry is picked. */
  showQuickPick: async (
    items: readonly unknown[] | Thenable<readonly unknown[]>,
    options?: vscode.QuickPickOptions,
  ): Promise<undefined> => {
    note("list", options?.title ?? "");
    return (await items)[0] as undefined;
  },
} satisfies Pick<typeof vscode.window, "createInputBox" | "createQuickPick" | "showQuickPick">;
