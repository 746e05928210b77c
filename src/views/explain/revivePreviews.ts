import { commands, env, TabInputWebview, Uri, window, type Tab } from "vscode";
import type { Memento } from "../../base/memento";
import { SCHEMES } from "../../ids";
import { readExplanationUri } from "../documentUri";
import type { OpenedUris } from "../openedUris";
import { openPreview } from "./openPreview";

/** The session of VS Code in which the extension was last active. */
const SESSION = "ozInspector.session";

const GROUPS = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth"];

/**
 * Opens the previews of explanations anew if only the extension host has restarted: VS Code restores a Markdown preview
 * with its window, but leaves it as it was when the extension host has crashed. It would show an old result for ever.
 * @param memory the window's
 */
export async function revivePreviews(memory: Memento, opened: OpenedUris): Promise<void> {
  const isSameWindow = memory.get(SESSION) === env.sessionId;
  if (!isSameWindow) void memory.update(SESSION, env.sessionId);
  const stale = isSameWindow ? explanationTabs(opened) : [];
  if (stale.length === 0) return;
  const front = window.activeTextEditor;
  for (const { tab, uri } of stale) await revive(tab, uri).catch(() => undefined);
  if (front) await window.showTextDocument(front.document, front.viewColumn);
}

/** Rejects if the tab was closed meanwhile, or VS Code cannot open another; then the others are still opened. */
async function revive(tab: Tab, uri: Uri): Promise<void> {
  const group = GROUPS[tab.group.viewColumn - 1];
  if (group !== undefined) await commands.executeCommand(`workbench.action.focus${group}EditorGroup`);
  await openPreview(uri);
  await window.tabGroups.close(tab, true);
}

/**
 * The tabs that show explanations. Only the label of a preview's tab identifies its document: it ends in the name of the
 * file. Two connections may have the same folder, so that each document is taken once.
 */
function explanationTabs(opened: OpenedUris): readonly { readonly tab: Tab; readonly uri: Uri }[] {
  const left = opened.all
    .filter((text) => text.startsWith(`${SCHEMES.explanation}:`))
    .map((text) => Uri.parse(text));
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith("markdown.preview"))
    .flatMap((tab) => {
      const name = tab.label.split(" ").at(-1);
      const index = left.findIndex((uri) => `${readExplanationUri(uri)?.folderId ?? ""}.md` === name);
      return index < 0 ? [] : left.splice(index, 1).map((uri) => ({ tab, uri }));
    });
}
