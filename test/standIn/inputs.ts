import type * as vscode from "vscode";
import { desk, note, takeTyped, type Question } from "./desk";
import { EventEmitter, never, QuickInputButtons } from "./values";

/**
 * Common to input boxes and lists. When one is shown, the user types `desk.typed` and presses Enter, or closes it; a
 * patient one leaves it open, see `desk.patient`.
 */
abstract class Input implements Question {
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
  private readonly changed = new EventEmitter<string>();
  private readonly accepted = new EventEmitter<void>();
  private readonly hidden = new EventEmitter<void>();
  private readonly triggered = new EventEmitter<vscode.QuickInputButton>();
  readonly onDidChangeValue = this.changed.event;
  readonly onDidAccept = this.accepted.event;
  readonly onDidHide = this.hidden.event;
  readonly onDidTriggerButton = this.triggered.event;

  get problem(): string | undefined {
    return undefined;
  }

  show(): void {
    this.note();
    if (desk.patient) desk.asking = this;
    else if (desk.waits) void desk.waits.then(() => this.answer());
    else this.answer();
  }

  hide(): void {
    if (desk.asking === this) desk.asking = undefined;
    this.hidden.fire();
  }

  type(text: string): void {
    this.value = text;
    if (text !== "") this.changed.fire(text);
  }

  enter(text: string): void {
    this.type(text);
    this.select();
    this.accept();
  }

  abstract choose(label: string): void;

  goBack(): void {
    const back = this.buttons.find((button) => button === QuickInputButtons.Back);
    if (!back || !this.enabled) throw new Error(`“${this.title}” has no Back button.`);
    this.triggered.fire(back);
  }

  close(): void {
    this.hide();
  }

  dispose(): void {
    for (const emitter of [this.changed, this.accepted, this.hidden, this.triggered]) emitter.dispose();
  }

  protected accept(): void {
    this.accepted.fire();
  }

  protected abstract note(): void;

  /** Selects what Enter accepts. */
  protected abstract select(): void;

  private answer(): void {
    if (desk.waits) this.note();
    const typed = takeTyped();
    if (typed === undefined) this.hide();
    else this.enter(typed);
  }
}

class InputBox extends Input implements vscode.InputBox {
  valueSelection: readonly [number, number] | undefined;
  password = false;
  validationMessage: string | vscode.InputBoxValidationMessage | undefined;

  override get problem(): string | undefined {
    return typeof this.validationMessage === "object"
      ? this.validationMessage.message
      : this.validationMessage;
  }

  choose(label: string): never {
    throw new Error(`“${this.title}” asks for a text, and has no ${label}.`);
  }

  protected note(): void {
    note("input", this.title ?? "");
  }

  protected select(): void {
    // There is only one value.
  }
}

class QuickPick<T extends vscode.QuickPickItem> extends Input implements vscode.QuickPick<T> {
  activeItems: readonly T[] = [];
  readonly onDidTriggerItemButton = never;
  canSelectMany = false;
  matchOnDescription = false;
  matchOnDetail = false;
  keepScrollPosition = false;
  readonly onDidChangeActive = never;
  selectedItems: readonly T[] = [];
  readonly onDidChangeSelection = never;

  private list: readonly T[] = [];
  /** What VS Code has rendered: Enter comes before it renders the items that follow from the typed text. */
  private rendered: readonly T[] = [];

  get items(): readonly T[] {
    return this.list;
  }

  /** New items make the first one active. */
  set items(items: readonly T[]) {
    this.list = items;
    this.activeItems = items.slice(0, 1);
  }

  override show(): void {
    if (desk.moves > 0) this.activeItems = this.items.slice(desk.moves, desk.moves + 1);
    super.show();
  }

  choose(label: string): void {
    this.selectedItems = [itemOf(this.items, label)];
    this.accept();
  }

  protected note(): void {
    this.rendered = this.activeItems;
    const entries = this.items.flatMap(({ label, description }) => [label, description]);
    note("list", [this.title, this.placeholder, ...entries].join(" | "));
  }

  protected select(): void {
    this.selectedItems = this.rendered.filter((item) => this.items.includes(item));
  }
}

export const inputs = {
  createInputBox: () => new InputBox(),
  createQuickPick: <T extends vscode.QuickPickItem>() => new QuickPick<T>(),
  /** Picks the first entry, unless the user is patient. */
  showQuickPick: async (
    items: readonly unknown[] | Thenable<readonly unknown[]>,
    options?: vscode.QuickPickOptions,
  ): Promise<undefined> => {
    note("list", options?.title ?? "");
    const all = (await items) as readonly vscode.QuickPickItem[];
    return (desk.patient ? await picked(all, options) : all[0]) as undefined;
  },
} satisfies Pick<typeof vscode.window, "createInputBox" | "createQuickPick" | "showQuickPick">;

/** @throws Error if there is no such item */
function itemOf<T extends vscode.QuickPickItem>(items: readonly T[], label: string): T {
  const found = items.find((item) => item.label === label);
  if (!found) throw new Error(`There is no ${label} among ${items.map((item) => item.label).join(", ")}.`);
  return found;
}

/** @returns what the user picks from a list; undefined if it is closed */
function picked(items: readonly vscode.QuickPickItem[], options?: vscode.QuickPickOptions): Promise<unknown> {
  return new Promise((resolve) => {
    const answer = (value: unknown): void => {
      desk.asking = undefined;
      resolve(value);
    };
    desk.asking = {
      title: options?.title,
      prompt: options?.placeHolder,
      placeholder: options?.placeHolder,
      step: undefined,
      totalSteps: undefined,
      value: "",
      problem: undefined,
      type: () => undefined,
      enter: () => answer(items[0]),
      choose: (label) => answer(options?.canPickMany ? [itemOf(items, label)] : itemOf(items, label)),
      goBack() {
        throw new Error(`“${options?.title}” has no Back button.`);
      },
      close: () => answer(undefined),
    };
  });
}
