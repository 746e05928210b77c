import {
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type Command,
  type MarkdownString,
} from "vscode";
import type { RowWord } from "../../ids";
import type { OzFolder } from "../../oz/model/folder";
import type { Medium } from "../../oz/model/media";
import { reducesMotion } from "../../settings";
import type { Presentation } from "../../status/presentation";

/** What a command acts on: a folder, or a part of one. */
export type Target =
  | { readonly kind: "folder" | "group"; readonly folderId: string }
  | {
      readonly kind: "analysis";
      readonly folderId: string;
      /** As the server writes it; undefined if it sent none. */
      readonly analysisId: string | undefined;
    }
  | { readonly kind: "file"; readonly folderId: string; readonly medium: Medium };

/** The codicons of rows without a status. The host suite checks that VS Code has them. */
export const ROW_ICONS = [
  "circle-slash",
  "debug-disconnect",
  "device-camera",
  "device-camera-video",
  "eye",
  "file",
  "file-media",
  "fold-down",
  "key",
  "layers",
] as const;

export type RowIcon = (typeof ROW_ICONS)[number];

/** The icon of a row whose data cannot be read. */
export const FAILURE_ICON = { icon: "debug-disconnect", color: "list.warningForeground" } as const;

/** What a row shows. */
export interface RowContent {
  readonly label: string;
  readonly description: string;
  readonly icon: Presentation | { readonly icon: RowIcon; readonly color?: "list.warningForeground" };
  /** The words by which menus tell rows apart (`viewItem`). */
  readonly words: readonly [RowWord, ...RowWord[]];
  /** What a screen reader says. */
  readonly spoken: string;
  /** None if undefined. */
  readonly collapsibleState?: TreeItemCollapsibleState | undefined;
  /** What a click runs. */
  readonly command?: Command | undefined;
}

/**
 * A row of a tree. It stays the same object across refreshes, so that VS Code keeps what is expanded and selected. A
 * class, so that commands can tell a row from anything else they are given.
 */
export abstract class TreeNode {
  /** Unique in the whole view. */
  abstract readonly id: string;
  abstract readonly parent: TreeNode | undefined;
  abstract readonly children: readonly TreeNode[];
  /** What commands on the row act on; undefined for a row that belongs to no folder. */
  abstract readonly target: Target | undefined;
  protected abstract content(): RowContent;
  /** What hovering the row shows; undefined for its label alone. */
  abstract tooltip(): MarkdownString | string | undefined;

  /** Draws the row, all but its tooltip. */
  item(): TreeItem {
    const { label, description, icon, words, spoken, collapsibleState, command } = this.content();
    const item = new TreeItem(label, collapsibleState ?? TreeItemCollapsibleState.None);
    item.id = this.id;
    item.description = description;
    item.iconPath = themeIcon(icon);
    item.contextValue = words.join(" ");
    item.accessibilityInformation = { label: spoken, role: "treeitem" };
    if (command) item.command = command;
    return item;
  }
}

/** @returns a row's description as a screen reader should say it */
export function spokenText(description: string): string {
  return description.replaceAll(" · ", ", ");
}

/** The row of a folder, as the rows below it see it. */
export interface FolderRow extends TreeNode {
  readonly folder: OzFolder;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** A row directly below a folder's, as the rows below it see it. */
export interface FolderPartRow extends TreeNode {
  readonly parent: FolderRow;
}

/** Adds the tooltip when VS Code asks for it, on hover: most rows never need theirs. */
export function resolveTooltip(item: TreeItem, node: TreeNode): TreeItem {
  item.tooltip = node.tooltip();
  return item;
}

/** What follows the ID of a codicon that VS Code is to spin. */
const SPINNING = "~spin";

/** @returns the ID of an icon as the user wants to see it: still, if little is to move */
export function shownIcon(icon: string): string {
  const still = icon.replace(SPINNING, "");
  return still !== icon && reducesMotion() ? still : icon;
}

/** @returns the icon for a list to choose from. VS Code shows it there without a colour; what moves would distract */
export function pickIcon({ icon }: { readonly icon: string }): ThemeIcon {
  return new ThemeIcon(icon.replace(SPINNING, ""));
}

/** @returns an icon in its colour, if it has one */
function themeIcon({ icon, color }: { readonly icon: string; readonly color?: string }): ThemeIcon {
  return new ThemeIcon(shownIcon(icon), color === undefined ? undefined : new ThemeColor(color));
}
