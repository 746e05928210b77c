import {
  commands,
  languages,
  Position,
  window,
  workspace,
  type HoverProvider,
  type TextDocument,
} from "vscode";

/** Milliseconds of each hover. */
export interface HoverTimes {
  /** From the question to the answer of all that have something to tell, as VS Code asks it for the mouse. */
  readonly all: readonly number[];
  /** Of it in our provider. */
  readonly ours: readonly number[];
}

export interface TimedHovers {
  /** Opens a file in an editor. */
  readonly open: (file: string) => Promise<void>;
  /** Hovers one place in each of some lines of it. */
  readonly hover: (lines: readonly number[], character: number) => Promise<HoverTimes>;
}

/** Looks on from now on at what our hovers take; to be called before there are any. */
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
        if (hovers.length === 0) throw new Error(`Nothing was told of line ${line}.`);
      }
      return { all, ours };
    },
  };
}
