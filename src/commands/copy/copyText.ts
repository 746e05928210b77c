import * as l10n from "@vscode/l10n";
import { env, UIKind, window } from "vscode";
import { plainText } from "../../base/plainText";
import { EXTENSION } from "../../ids";
import { shortId, idToCopy } from "../../oz/model/id";
import { readJsonUri } from "../../views/documentUri";
import type { Target } from "../../views/tree/treeNode";
import { UserError, type Command } from "../command";
import { folderLink } from "../folder/folderLink";
import { findTarget } from "../target/findTarget";

/**
 * Copies a text and briefly says so.
 * @param text one line if a server may have written any of it: a terminal could run a second line when it is pasted
 * @param said tells so on screen; may quote a server
 */
export async function copyText(text: string, said: string): Promise<void> {
  // eslint-disable-next-line no-restricted-syntax -- the only place
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(plainText(said), 3000);
}

/**
 * Copies the whole ID of a folder, an analysis or a file. For a group, which has no ID on the server, its folder's.
 * @param argument see `findTarget`; if missing, as for a key, the selected row counts
 */
export const copyId: Command = async (services, argument) => {
  const target = await findTarget(services, argument ?? services.list.selectedNode, l10n.t("Copy ID"));
  if (!target) return;
  const { text, isCut } = idToCopy(idOf(target) ?? "");
  if (text === "") throw new UserError(hasNoId(target));
  await copyText(
    text,
    isCut ? l10n.t("Copied the beginning of an ID that is too long: {0}", text) : l10n.t("Copied {0}", text),
  );
};

function idOf(target: Target): string | undefined {
  switch (target.kind) {
    case "analysis":
      return target.analysisId;
    case "file":
      return target.medium.id;
    case "folder":
    case "group":
      return target.folderId;
  }
}

function hasNoId({ kind }: Target): string {
  if (kind === "analysis") return l10n.t("This analysis has no ID.");
  return kind === "file" ? l10n.t("This file has no ID.") : l10n.t("This folder has no ID.");
}

/** @returns the scheme of this edition of VS Code; in a browser, whose own no desktop may open, that of VS Code itself */
function linkScheme(): string {
  return env.uiKind === UIKind.Web ? "vscode" : env.uriScheme;
}

/**
 * Copies a link that opens a folder in VS Code on the desktop.
 * @param argument see `findTarget`
 */
export const copyLink: Command = async (services, argument) => {
  const target = await findTarget(services, argument, l10n.t("Copy Link"));
  if (!target) return;
  const link = folderLink(linkScheme(), EXTENSION, target.folderId);
  await copyText(link, l10n.t("Copied a link to folder {0}", shortId(target.folderId)));
};

/** Copies the path of the value at the cursor of a JSON document. */
export const copyJsonPath: Command = async ({ documents }) => {
  const editor = window.activeTextEditor;
  if (!editor || !readJsonUri(editor.document.uri))
    throw new UserError(l10n.t("Place the cursor in a JSON document of Oz Inspector first."));
  const path = documents.json.pathAt(editor.document, editor.selection.active);
  if (path === undefined)
    throw new UserError(l10n.t("This JSON is too large or nested too deeply to find paths in it."));
  await copyText(path, l10n.t("Copied {0}", path));
};
