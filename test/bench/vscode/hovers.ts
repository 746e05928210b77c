import {
  commands,
  languages,
  Position,
  window,
  workspace,
  type HoverProvider,
  type TextDocument,
} from "vscode";

/** Milliseconds per hover. */
export interface HoverTimes {
  /** Of all providers together, called as VS Code does for the mouse. */
  readonly all: readonly number[];
  /** Of our provider. */
  readonly ours: readonly number[];
}

export interface TimedHovers {
  /** Opens a file in an editor. */
  readonly open: (file: string) => Promise<void>;
  /** Hovers the same position in each of these lines. */
  readonly hover: (lines: readonly number[], character: number) => Promise<HoverTimes>;
}

/** Times our hovers from now on. Must be called before the extension registers them. */
export function timeHovers(): TimedHovers {
  let ours: number[] = [];
  let document: TextDocument;
  const { registerHoverProvider } = languages;
  const registerTimed: typeof registerHoverProvider = (selector, provider) =>
    registerHoverProvider(selector, timed(provider));
  const timed = (provider: HoverProvider): HoverProvider => ({
    async provideHover(...question) {
      const began = performance.now();
      const hover = await provider.provideHover(...question);
      ours.push(performance.now() - began);
      return hover;
    },
  });
  Object.assign(languages, { registerHoverProvider: registerTimed });
  return {
    async open(file) {
      document = await workspace.openTextDocument(file);
      await window.showTextDocument(document);
    },
    async hover(lines, character) {
      ours = [];
      const all: number[] = [];
      for (const line of lines) {
        const began = performance.now();
        const position = new Position(line, character);
        const hovers = await commands.executeCommand<unknown[]>(
          "vscode.executeHoverProvider",
          document.uri,
          position,
        );
        all.push(performance.now() - began);
        if (hovers.length === 0) throw new Error(`Line ${line} has no hover.`);
      }
      return { all, ours };
    },
  };
}
