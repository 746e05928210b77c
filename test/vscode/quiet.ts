/** Settings that turn off what needs a network or is irrelevant to the extension. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  "chat.disableAIFeatures": true,
  "extensions.autoUpdate": false,
  // On by default in a browser.
  "files.autoSave": "off",
  "git.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
};

/** Environment variables for the same purpose. */
export const quietEnvironment: Readonly<Record<string, string>> = {
  // No gallery, which the server build would otherwise contact at each start.
  EXTENSIONS_GALLERY: "{}",
};
