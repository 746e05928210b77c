import { ThemeColor, ThemeIcon, TreeItem } from "vscode";
import { plainText } from "../../base/plainText";
import type { Failure } from "../../folders/store/serverHealth";
import { COMMANDS } from "../../ids";
import { timeOfDay } from "../text/formatTime";
import { REASON_TEXTS } from "../text/reasonText";
import { contextValue, TreeNode } from "./treeNode";

/** The row that says why the server cannot be read, and since when. What was read before stays below it. */
export class FailureNode extends TreeNode {
  readonly id = "failure";
  readonly parent = undefined;
  readonly children = [];
  readonly target = undefined;

  constructor(private readonly failure: Failure) {
    super();
  }

  item(): TreeItem {
    const { error, since } = this.failure;
    const signIn = error.reason === "signInNeeded";
    const sentence = plainText(error.message);
    const item = new TreeItem(REASON_TEXTS[error.reason]);
    item.id = this.id;
    item.description = `since ${timeOfDay(since)}`;
    item.tooltip = sentence;
    item.iconPath = new ThemeIcon(
      signIn ? "key" : "debug-disconnect",
      new ThemeColor("list.warningForeground"),
    );
    item.contextValue = contextValue("failure");
    item.command = signIn
      ? { command: COMMANDS.signIn, title: "Sign In Again" }
      : { command: COMMANDS.refresh, title: "Refresh" };
    item.accessibilityInformation = { label: `${sentence} ${item.description}`, role: "treeitem" };
    return item;
  }
}
