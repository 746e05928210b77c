import type * as vscode from "vscode";
import { note, takeTyped } from "./desk";
import { EventEmitter, never } from "./values";

/** Common to input boxes and lists. When one is shown, the user types `desk.typed` and presses Enter, or closes it. */
abstract class Input {
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
  private readonly changed = new EventEmitter<string>();
  private readonly accepted = new EventEmitter<void>();
  private readonly hidden = new EventEmitter<void>();
  readonly onDidChangeValue = this.changed.event;
  readonly onDidAccept = this.accepted.event;
  readonly onDidHide = this.hidden.event;

  show(): void {
    this.note();
    const typed = takeTyped();
    if (typed === undefined) this.hide();
    else {
      this.value = typed;
      this.changed.fire(typed);
      this.select();
      this.accepted.fire();
    }
  }

  hide(): void {
    this.hidden.fire();
  }

  dispose(): void {
    // Nothing is kept.
  }

  protected abstract note(): void;

  /** Selects what Enter accepts. */
  protected abstract select(): void;
}

class InputBox extends Input implements vscode.InputBox {
  valueSelection: readonly [number, number] | undefined;
  password = false;
  validationMessage: string | vscode.InputBoxValidationMessage | undefined;

  protected note(): void {
    note("input", this.title ?? "");
  }

  protected select(): void {
    // There is only one value.
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

  /** What VS Code has rendered: Enter comes before it renders the items that follow from the typed text. */
  private rendered: readonly T[] = [];

  protected note(): void {
    this.rendered = this.items;
    const entries = this.items.flatMap(({ label, description }) => [label, description]);
    note("list", [this.title, this.placeholder, ...entries].join(" | "));
  }

  protected select(): void {
    this.selectedItems = this.rendered.slice(0, 1).filter((item) => this.items.includes(item));
  }
}

export const inputs = {
  createInputBox: () => new InputBox(),
  createQuickPick: <T extends vscode.QuickPickItem>() => new QuickPick<T>(),
  /** Picks the first entry. */
  showQuickPick: async (
    items: readonly unknown[] | Thenable<readonly unknown[]>,
    options?: vscode.QuickPickOptions,
  ): Promise<undefined> => {
    note("list", options?.title ?? "");
    return (await items)[0] as undefined;
  },
} satisfies Pick<typeof vscode.window, "createInputBox" | "createQuickPick" | "showQuickPick">;
