import * as l10n from "@vscode/l10n";
import { CodeLens, EventEmitter, Range, type CodeLensProvider, type TextDocument } from "vscode";
import type { ServerHealth } from "../../folders/store/serverHealth";
import { COMMANDS, type CommandId } from "../../ids";
import { readJsonUri } from "../documentUri";
import { failureInWords } from "../text/failureText";
import { shortTime, zonedTime } from "../text/formatTime";
import { goneInWords } from "../watch/watchedFolders";
import type { JsonDocuments } from "./jsonDocuments";

/** The CodeLenses above a JSON document: its version, when it was received, and commands for it. */
export class JsonLenses implements CodeLensProvider {
  private readonly changes = new EventEmitter<void>();
  private readonly subscriptions: readonly { dispose(): void }[];

  readonly onDidChangeCodeLenses = this.changes.event;

  /** @param now epoch milliseconds */
  constructor(
    private readonly documents: JsonDocuments,
    private readonly health: ServerHealth,
    private readonly now: () => number,
  ) {
    this.subscriptions = [
      documents.onDidChangeFacts(() => this.redraw()),
      health.onDidChange(() => this.redraw()),
      this.changes,
    ];
  }

  redraw(): void {
    this.changes.fire();
  }

  provideCodeLenses({ uri }: TextDocument): CodeLens[] {
    const identity = readJsonUri(uri);
    if (!identity) return [];
    const shown = this.documents.shownVersion(uri);
    const versionFacts = shown
      ? [
          l10n.t("Version {0}", shown.version),
          l10n.t({
            message: "received {0}",
            args: [shortTime(shown.at, this.now())],
            comment: "A version of a JSON document",
          }),
        ]
      : [];
    const facts = (...more: readonly string[]): CodeLens => {
      const plain = lens([...versionFacts, ...more].join(" · "));
      if (plain.command && shown)
        plain.command.tooltip = l10n.t({
          message: "Received {0}",
          args: [zonedTime(shown.at)],
          comment: "A version of a JSON document",
        });
      return plain;
    };
    const save = lens(l10n.t("Save As…"), COMMANDS.saveJson, uri);
    if (this.documents.refusal(identity) !== undefined)
      return [facts(l10n.t("from another connection")), save];
    const { folderId, version } = identity;
    if (typeof version === "number") return [facts(), save];
    const earlier = this.documents
      .versionsOf(identity)
      .findLast((one) => one.version < (shown?.version ?? 0));
    return [
      facts(...this.whyOutdated(folderId)),
      ...(earlier
        ? [
            lens(
              l10n.t("Compare with Version {0}", earlier.version),
              COMMANDS.compareJson,
              this.documents.uri({ ...identity, version: earlier.version }),
            ),
          ]
        : []),
      lens(l10n.t("Compare…"), COMMANDS.compareJson, uri),
      save,
      ...(this.documents.isGone(folderId)
        ? []
        : [lens(l10n.t("Explain Result"), COMMANDS.explainResult, folderId)]),
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private whyOutdated(folderId: string): readonly string[] {
    const failure = this.health.whyOutdated(folderId);
    if (this.documents.isGone(folderId)) return [goneInWords()];
    return failure ? [failureInWords(failure, this.now())] : [];
  }
}

/** @param command run on click; without one, the lens is plain text */
function lens(title: string, command: CommandId | "" = "", ...args: unknown[]): CodeLens {
  return new CodeLens(new Range(0, 0, 0, 0), { title, command, arguments: args });
}
