import type * as vscode from "vscode";
import { desk, note } from "./desk";
import { documents } from "./documents";
import { hold } from "./held";
import { onDidChangeConfiguration } from "./settings";
import { UIKind } from "./values";

/**
 * Stands in for VS Code in unit tests: it only records what commands show, copy, open and ask (see `desk`). The host suite
 * covers what VS Code itself does.
 */
export * from "./values";
export { window } from "./window";

export const commands = {
  registerCommand(id: string, run: (argument: unknown) => unknown) {
    desk.commands.set(id, run);
    return hold("command");
  },
  /** Runs our own commands; records the arguments of VS Code's. */
  async executeCommand<T>(id: string, ...args: unknown[]): Promise<T> {
    const run = desk.commands.get(id);
    if (run) return (await run(args[0])) as T;
    if (id === "setContext") desk.contextKeys.set(String(args[0]), args[1]);
    else note("command", [id, ...args.map(inWords)].join(" "));
    if (id === "markdown.showPreview") await documents.openTextDocument(args[0]);
    return undefined as T;
  },
} satisfies Partial<typeof vscode.commands>;

export const env = {
  appName: "Visual Studio Code",
  uriScheme: "vscode",
  remoteName: "jane.example:8443",
  language: "en",
  get sessionId() {
    return desk.sessionId;
  },
  get uiKind() {
    return desk.inBrowser ? UIKind.Web : UIKind.Desktop;
  },
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

export const l10n = { bundle: undefined } satisfies Partial<typeof vscode.l10n>;

export const workspace = {
  get textDocuments() {
    return documents.textDocuments;
  },
  openTextDocument: documents.openTextDocument,
  onDidOpenTextDocument: documents.onDidOpenTextDocument,
  onDidCloseTextDocument: documents.onDidCloseTextDocument,
  registerTextDocumentContentProvider: documents.registerTextDocumentContentProvider,
  onDidChangeConfiguration,
  getConfiguration: (section = "") => {
    const get = (name: string): unknown => desk.settings.get(`${section}.${name}`);
    const inspect = (name: string): object => ({ globalValue: get(name) });
    return { get, inspect } as unknown as vscode.WorkspaceConfiguration;
  },
} satisfies Partial<typeof vscode.workspace>;

export const lm = {
  registerTool(name: string, tool: vscode.LanguageModelTool<unknown>) {
    desk.tools.set(name, tool);
    return hold("tool");
  },
} satisfies Partial<typeof vscode.lm>;

export const version = "1.100.0";

export const extensions = {
  getExtension: <T>() =>
    ({
      packageJSON: { version: "1.2.3", bugs: "https://github.example/issues" } as unknown,
    }) as vscode.Extension<T>,
} satisfies Partial<typeof vscode.extensions>;

export const authentication = {
  registerAuthenticationProvider: () => hold("accounts"),
} satisfies Partial<typeof vscode.authentication>;

export const languages = {
  registerHoverProvider: () => hold("hover"),
  registerCodeLensProvider: (selector: vscode.DocumentSelector, provider: vscode.CodeLensProvider) => {
    desk.lenses.set((selector as vscode.DocumentFilter).scheme ?? "", provider);
    return hold("code lenses");
  },
} satisfies Partial<typeof vscode.languages>;

/** Options as JSON. */
function inWords(argument: unknown): unknown {
  return argument instanceof Object && argument.constructor === Object ? JSON.stringify(argument) : argument;
}
