import { plainText } from "../../base/plainText";
import type { Failure } from "../../folders/store/serverHealth";
import { COMMANDS } from "../../ids";
import { timeOfDay } from "../text/formatTime";
import { REASON_TEXTS } from "../text/reasonText";
import { TreeNode, type RowContent } from "./treeNode";

/** The row that says why the server cannot be read, and since when. The last good rows stay below it. */
export class FailureNode extends TreeNode {
  readonly id = "failure";
  readonly parent = undefined;
  readonly children = [];
  readonly target = undefined;

  constructor(private readonly failure: Failure) {
    super();
  }

  protected content(): RowContent {
    const { error, since } = this.failure;
    const needsSignIn = error.reason === "signInNeeded";
    const description = `since ${timeOfDay(since)}`;
    return {
      label: REASON_TEXTS[error.reason],
      description,
      icon: { icon: needsSignIn ? "key" : "debug-disconnect", color: "list.warningForeground" },
      words: ["failure"],
      spoken: `${this.tooltip()} ${description}`,
      command: needsSignIn
        ? { command: COMMANDS.signIn, title: "Sign In Again" }
        : { command: COMMANDS.refresh, title: "Refresh" },
    };
  }

  tooltip(): string {
    return plainText(this.failure.error.message);
  }
}
