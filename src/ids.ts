/** All IDs that package.json declares. A test compares the two, both ways. */

/** The ID of the extension: its publisher and its name. */
export const EXTENSION = "oz-inspector.oz-inspector";

/** Other extensions may run these, so they never change. */
export const COMMANDS = {
  signIn: "ozInspector.signIn",
  signOut: "ozInspector.signOut",
  addConnection: "ozInspector.addConnection",
  switchConnection: "ozInspector.switchConnection",
  renameConnection: "ozInspector.renameConnection",
  markConnection: "ozInspector.markConnection",
  removeConnection: "ozInspector.removeConnection",
  openSandbox: "ozInspector.openSandbox",
  refresh: "ozInspector.refresh",
  refreshFolder: "ozInspector.refreshFolder",
  loadMore: "ozInspector.loadMore",
  collapseAll: "ozInspector.collapseAll",
  filter: "ozInspector.filter",
  clearFilter: "ozInspector.clearFilter",
  showOverview: "ozInspector.showOverview",
  lookUpFolder: "ozInspector.lookUpFolder",
  revealFolder: "ozInspector.revealFolder",
  copyLink: "ozInspector.copyLink",
  openJson: "ozInspector.openJson",
  compareJson: "ozInspector.compareJson",
  copyJsonPath: "ozInspector.copyJsonPath",
  saveJson: "ozInspector.saveJson",
  saveList: "ozInspector.saveList",
  explainResult: "ozInspector.explainResult",
  watchFolder: "ozInspector.watchFolder",
  unwatchFolder: "ozInspector.unwatchFolder",
  showWatched: "ozInspector.showWatched",
  watchNewFolders: "ozInspector.watchNewFolders",
  watchNextFolder: "ozInspector.watchNextFolder",
  stopWatchingNewFolders: "ozInspector.stopWatchingNewFolders",
  chooseNotifications: "ozInspector.chooseNotifications",
  copyId: "ozInspector.copyId",
  copyAsMarkdown: "ozInspector.copyAsMarkdown",
  copyAsMarkdownWithData: "ozInspector.copyAsMarkdownWithData",
  openMedia: "ozInspector.openMedia",
  openInWebConsole: "ozInspector.openInWebConsole",
  copyAsCurl: "ozInspector.copyAsCurl",
  copyAsPowerShell: "ozInspector.copyAsPowerShell",
  copyAsHttp: "ozInspector.copyAsHttp",
  showLog: "ozInspector.showLog",
  reportIssue: "ozInspector.reportIssue",
} as const;

export type CommandName = keyof typeof COMMANDS;
export type CommandId = (typeof COMMANDS)[CommandName];

/** The names by which language models call tools. */
export const TOOL_IDS = {
  lookUpFolder: "oz_inspector_look_up_folder",
  explainResult: "oz_inspector_explain_result",
  waitForResult: "oz_inspector_wait_for_result",
  findFolders: "oz_inspector_find_folders",
  getOverview: "oz_inspector_get_overview",
} as const;

export type ToolName = keyof typeof TOOL_IDS;

export const VIEWS = {
  watched: "ozInspector.watched",
  folders: "ozInspector.folders",
} as const;

/** The context keys for `when` clauses, and their values. */
export interface ContextKeys {
  readonly connection: "none" | "signedOut" | "active";
  /** One key, as VS Code takes keys one after another: between two, a step of the walkthrough would be done too early. */
  readonly signedInTo: "nothing" | "sandbox" | "server";
  readonly watching: boolean;
  /** Whether new folders are waited for. */
  readonly waiting: boolean;
  readonly filtered: boolean;
  readonly webConsole: boolean;
  /** Whether an explanation is open. */
  readonly explained: boolean;
  /** Whether anything was looked up with the shown connection. */
  readonly lookedUp: boolean;
}

export const CONTEXT_KEYS: { readonly [K in keyof ContextKeys]: `ozInspector.${K}` } = {
  connection: "ozInspector.connection",
  signedInTo: "ozInspector.signedInTo",
  watching: "ozInspector.watching",
  waiting: "ozInspector.waiting",
  filtered: "ozInspector.filtered",
  webConsole: "ozInspector.webConsole",
  explained: "ozInspector.explained",
  lookedUp: "ozInspector.lookedUp",
};

/** The words by which `when` clauses tell rows apart (`viewItem`). A row has one or two. */
export const ROW_WORDS = [
  "analysis",
  "failure",
  "folder",
  "group",
  "link",
  "loadMore",
  "media",
  "medium",
  "watched",
] as const;

export type RowWord = (typeof ROW_WORDS)[number];

/** Settings of the section `ozInspector` that count only in the user's own settings. */
export const USER_SETTINGS = [
  "folders.labelKeys",
  "hover.lookUpLanguages",
  "lookUp.keys",
  "requests.timeLimit",
  "tools.includeMetadata",
  "watch.notify",
  "webConsole.folderUrl",
] as const;

/** Settings that a workspace may set, too, because they only affect what is shown. */
export const TEAM_SETTINGS = ["findings.hidden", "findings.processingLimit"] as const;

/** The URI schemes of our documents. */
export const SCHEMES = {
  json: "oz-inspector",
  explanation: "oz-inspector-explanation",
} as const;

/** The type of the panel with the overview. */
export const OVERVIEW_PANEL = "ozInspector.overview";

export const AUTHENTICATION_PROVIDER = "oz-inspector";
