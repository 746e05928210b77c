import * as l10n from "@vscode/l10n";
import type { Failure } from "../../folders/store/serverHealth";
import { COMMANDS } from "../../ids";
import { failureWithTime, retryInWords } from "../text/failureText";
import { shortTime } from "../text/formatTime";
import { listReason } from "../text/reasonText";
import { FAILURE_ICON, TreeNode, type RowContent } from "./treeNode";

/** The row that says why the server cannot be read, and since when. The last good rows stay below it. */
export class FailureNode extends TreeNode {
  readonly id = "failure";
  readonly parent = undefined;
  readonly children = [];
  readonly target = undefined;

  /** @param now epoch milliseconds */
  constructor(
    private readonly failure: Failure,
    private readonly now: () => number,
  ) {
    super();
  }

  private get needsSignIn(): boolean {
    return this.failure.error.reason === "signInNeeded";
  }

  protected content(): RowContent {
    const { error, since } = this.failure;
    const { needsSignIn } = this;
    const now = this.now();
    // One time only: a row of the sidebar has no room for two.
    const description = retryInWords(this.failure, now) ?? l10n.t("since {0}", shortTime(since, now));
    return {
      label: listReason(error),
      description,
      icon: needsSignIn ? { ...FAILURE_ICON, icon: "key" } : FAILURE_ICON,
      words: ["failure"],
      spoken: failureWithTime(this.failure),
      command: needsSignIn
        ? { command: COMMANDS.signIn, title: l10n.t("Sign In Again") }
        : { command: COMMANDS.refresh, title: l10n.t("Refresh") },
    };
  }

  tooltip(): string {
    const sentences = failureWithTime(this.failure);
    if (this.needsSignIn) return `${sentences} ${l10n.t("Click to sign in again.")}`;
    // The sentences of a long wait end with how to ask at once.
    return retryInWords(this.failure, this.now()) === undefined
      ? `${sentences} ${l10n.t("Click to retry.")}`
      : sentences;
  }
}
