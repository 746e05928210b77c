import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { env } from "vscode";
import { present } from "../../src/status/presentation";
import { STATUSES } from "../../src/status/status";
import { ROW_ICONS } from "../../src/views/tree/treeNode";

const OTHER_COLORS = [
  "list.warningForeground",
  "statusBarItem.errorBackground",
  "statusBarItem.warningBackground",
];

describe("icons and colours", () => {
  const shown = STATUSES.map((status) => present(status));
  const folder = path.join(env.appRoot, "out/vs");
  // The file that registers icons and colours is named differently in desktop and server builds.
  const workbench = ["workbench/workbench.desktop.main.js", "code/browser/workbench/workbench.js"]
    .map((file) => path.join(folder, file))
    .flatMap((file) => {
      try {
        return [readFileSync(file, "utf8")];
      } catch {
        return [];
      }
    })
    .join("\n");

  for (const color of new Set([...shown.map((one) => one.color), ...OTHER_COLORS])) {
    it(`${color} is a colour that this VS Code registers`, () =>
      assert.ok(workbench.includes(`"${color}",{`) || workbench.includes(`"${color}",`)));
  }

  const icons = contributedIcons();
  for (const icon of new Set([
    ...shown.map((one) => one.icon.replace("~spin", "")),
    ...ROW_ICONS,
    ...icons,
  ])) {
    it(`${icon} is an icon that this VS Code has`, () =>
      assert.match(workbench, new RegExp(`["'(,]${icon}["'],(?:\\d{5}|6e4)`)));
  }
});

/** The icons of the manifest's commands. */
function contributedIcons(): string[] {
  const manifest = readFileSync(path.join(__dirname, "../../package.json"), "utf8");
  return [...manifest.matchAll(/"\$\(([a-z-]+)\)"/g)].map((match) => match[1] ?? "");
}
