/** Settings that keep VS Code from what needs a network or has nothing to do with the extension. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  "chat.disableAIFeatures": true,
  "extensions.autoUpdate": false,
  // In a browser it is on.
  "files.autoSave": "off",
  "git.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
};

/** Environment variables to the same end. */
export const quietEnvironment: Readonly<Record<string, string>> = {
  // No gallery: otherwise each start asks the one that the server build knows.
  EXTENSIONS_GALLERY: "{}",
};
