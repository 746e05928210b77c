import type * as vscode from "vscode";
import { Emitter } from "../../src/base/emitter";
import { Disposable, hold } from "./held";

export { Disposable } from "./held";

/** The values of `vscode` that the extension creates, as far as it reads them. */
export class Uri implements vscode.Uri {
  readonly fsPath: string;

  private constructor(
    readonly scheme: string,
    readonly authority: string,
    readonly path: string,
    readonly query: string,
    readonly fragment: string,
  ) {
    this.fsPath = path;
  }

  static from({ scheme, authority = "", path = "", query = "", fragment = "" }: UriParts): Uri {
    return new Uri(scheme, authority, path, query, fragment);
  }

  static parse(text: string): Uri {
    const { protocol, host, pathname, search, hash } = new URL(text);
    const [query, fragment] = [search, hash].map((part) => decodeURIComponent(part.slice(1)));
    const path = decodeURI(pathname);
    return Uri.from({ scheme: protocol.slice(0, -1), authority: host, path, query, fragment });
  }

  static file(path: string): Uri {
    return Uri.from({ scheme: "file", path });
  }

  with(change: Partial<UriParts>): Uri {
    const { scheme, authority, path, query, fragment } = this;
    return Uri.from({ scheme, authority, path, query, fragment, ...change });
  }

  toString(): string {
    const { scheme, authority, path, query, fragment } = this;
    const end = `${query && `?${encodeURIComponent(query)}`}${fragment && `#${encodeURIComponent(fragment)}`}`;
    return `${scheme}://${authority}${encodeURI(path)}${end}`;
  }

  toJSON(): UriParts {
    return this.with({});
  }
}
Uri satisfies Pick<typeof vscode.Uri, "from" | "parse" | "file">;

export class TabInputWebview implements vscode.TabInputWebview {
  constructor(readonly viewType: string) {}
}

type UriParts = Parameters<typeof vscode.Uri.from>[0];

/** A disposable that does nothing. */
export const nothing = new Disposable(() => undefined);

export class EventEmitter<T> implements vscode.EventEmitter<T> {
  private readonly emitter = new Emitter<T>();
  private readonly listeners = new Set<vscode.Disposable>();
  readonly event: vscode.Event<T> = (listener) => {
    const listening = this.emitter.event(listener);
    const one = hold("listener", () => {
      listening.dispose();
      this.listeners.delete(one);
    });
    this.listeners.add(one);
    return one;
  };

  fire(data: T): void {
    this.emitter.fire(data);
  }

  dispose(): void {
    for (const one of [...this.listeners]) one.dispose();
  }
}

export class TreeItem implements Pick<vscode.TreeItem, "label" | "collapsibleState"> {
  constructor(
    readonly label: string | vscode.TreeItemLabel,
    readonly collapsibleState: number = TreeItemCollapsibleState.None,
  ) {}
}

export class ThemeColor {
  constructor(readonly id: string) {}
}
ThemeColor satisfies typeof vscode.ThemeColor;

export class ThemeIcon {
  constructor(
    readonly id: string,
    readonly color?: vscode.ThemeColor,
  ) {}
}
ThemeIcon satisfies new (...args: ConstructorParameters<typeof vscode.ThemeIcon>) => vscode.ThemeIcon;

export class MarkdownString implements Pick<vscode.MarkdownString, "value"> {
  constructor(public value = "") {}

  appendMarkdown(value: string): this {
    this.value += value;
    return this;
  }
}

export class CancellationError extends Error implements vscode.CancellationError {}

export class LanguageModelTextPart implements vscode.LanguageModelTextPart {
  constructor(public value: string) {}
}

export class LanguageModelToolResult implements vscode.LanguageModelToolResult {
  constructor(public content: unknown[]) {}
}

export class TerminalLink implements vscode.TerminalLink {
  constructor(
    public startIndex: number,
    public length: number,
  ) {}
}

export class Hover {
  constructor(
    readonly contents: readonly MarkdownString[],
    readonly range: Range,
  ) {}
}

export class Range {
  constructor(
    readonly start: unknown,
    readonly end: unknown,
  ) {}
}

export class CodeLens {
  constructor(
    readonly range: unknown,
    readonly command?: vscode.Command,
  ) {}
}

type Numbers<T> = Readonly<Record<keyof T, number>>;
export const TreeItemCollapsibleState = {
  None: 0,
  Collapsed: 1,
  Expanded: 2,
} satisfies Numbers<typeof vscode.TreeItemCollapsibleState>;
export const StatusBarAlignment = { Left: 1, Right: 2 } satisfies Numbers<typeof vscode.StatusBarAlignment>;
export const ViewColumn = { Active: -1 } satisfies Partial<Numbers<typeof vscode.ViewColumn>>;
export const UIKind = { Desktop: 1, Web: 2 } satisfies Numbers<typeof vscode.UIKind>;

export const ProgressLocation = {
  SourceControl: 1,
  Window: 10,
  Notification: 15,
} satisfies Numbers<typeof vscode.ProgressLocation>;

export const QuickPickItemKind = {
  Separator: -1,
  Default: 0,
} satisfies Numbers<typeof vscode.QuickPickItemKind>;

export const QuickInputButtons = {
  Back: { tooltip: "Back" } as vscode.QuickInputButton,
} satisfies Partial<typeof vscode.QuickInputButtons>;

/** An event that never fires. */
export const never: vscode.Event<never> = () => nothing;
