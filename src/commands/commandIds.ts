/** Every command of the extension. Others rely on these ids; a test compares them with the manifest. */
export const COMMAND_IDS = [
  "ozInspector.signIn",
  "ozInspector.signOut",
  "ozInspector.addConnection",
  "ozInspector.switchConnection",
  "ozInspector.renameConnection",
  "ozInspector.removeConnection",
  "ozInspector.openSandbox",
  "ozInspector.refresh",
  "ozInspector.refreshFolder",
  "ozInspector.loadMore",
  "ozInspector.filter",
  "ozInspector.clearFilter",
  "ozInspector.lookUpFolder",
  "ozInspector.copyLink",
  "ozInspector.openJson",
  "ozInspector.compareJson",
  "ozInspector.copyJsonPath",
  "ozInspector.saveJson",
  "ozInspector.explainResult",
  "ozInspector.watchFolder",
  "ozInspector.unwatchFolder",
  "ozInspector.showWatched",
  "ozInspector.chooseNotifications",
  "ozInspector.copyId",
  "ozInspector.copyAsMarkdown",
  "ozInspector.copyAsMarkdownWithData",
  "ozInspector.openMedia",
  "ozInspector.openInWebConsole",
  "ozInspector.copyAsCurl",
  "ozInspector.copyAsHttp",
  "ozInspector.showLog",
] as const;

export type CommandId = (typeof COMMAND_IDS)[number];

/** What runs as commands do. A link is none: VS Code asks before it opens one, and other extensions run commands. */
export type JobId = CommandId | "link";
