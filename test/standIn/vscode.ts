import type * as vscode from "vscode";
import { desk, note } from "./desk";
import { never, nothing } from "./values";

/**
 * Stands in for VS Code in unit tests: it only records what commands show, copy, open and ask (see `desk`). The host suite
 * covers what VS Code itself does.
 */
export * from "./values";
export { window } from "./window";

export const commands = {
  registerCommand(id: string, run: (argument: unknown) => unknown) {
    desk.commands.set(id, run);
    return nothing;
  },
  /** Runs our own commands; records the arguments of VS Code's. */
  async executeCommand<T>(id: string, ...args: unknown[]): Promise<T> {
    const run = desk.commands.get(id);
    if (run) return (await run(args[0])) as T;
    if (id !== "setContext") note("command", [id, ...args].join(" "));
    return undefined as T;
  },
} satisfies Partial<typeof vscode.commands>;

export const env = {
  uriScheme: "vscode",
  clipboard: {
    readText: async () => desk.copied,
    writeText(text: string) {
      note("clipboard", text);
      return Promise.resolve();
    },
  },
  openExternal(target: vscode.Uri) {
    note("external", target.toString());
    return Promise.resolve(true);
  },
} satisfies Partial<typeof vscode.env>;

export const workspace = {
  get textDocuments() {
    return desk.front ? [desk.front] : [];
  },
  openTextDocument: (uri: unknown): Promise<vscode.TextDocument> =>
    Promise.resolve({ uri } as vscode.TextDocument),
  onDidOpenTextDocument: never,
  onDidCloseTextDocument: never,
  onDidChangeConfiguration: never,
  registerTextDocumentContentProvider: () => nothing,
  getConfiguration: (section = "") => {
    const get = (name: string): unknown => desk.settings.get(`${section}.${name}`);
    const inspect = (name: string): object => ({ globalValue: get(name) });
    return { get, inspect } as unknown as vscode.WorkspaceConfiguration;
  },
} satisfies Partial<typeof vscode.workspace>;

export const authentication = {
  registerAuthenticationProvider: () => nothing,
} satisfies Partial<typeof vscode.authentication>;

export const languages = {
  registerHoverProvider: () => nothing,
  registerCodeLensProvider: () => nothing,
} satisfies Partial<typeof vscode.languages>;
