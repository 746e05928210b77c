import { CodeLens, EventEmitter, Range, type CodeLensProvider, type TextDocument } from "vscode";
import type { ServerHealth } from "../../folders/store/serverHealth";
import { COMMANDS, type CommandId } from "../../ids";
import { readJsonUri } from "../documentUri";
import { shortTime, timeOfDay } from "../text/formatTime";
import { REASON_TEXTS } from "../text/reasonText";
import { GONE } from "../watch/watchedFolders";
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
      documents.onDidChangeFacts(() => this.changes.fire()),
      health.onDidChange(() => this.changes.fire()),
      this.changes,
    ];
  }

  provideCodeLenses({ uri }: TextDocument): CodeLens[] {
    const identity = readJsonUri(uri);
    if (!identity) return [];
    const shown = this.documents.shownVersion(uri);
    const versionFacts = shown
      ? [`Version ${shown.version}`, `received ${shortTime(shown.at, this.now())}`]
      : [];
    const save = lens("Save As…", COMMANDS.saveJson, uri);
    if (this.documents.refusal(identity) !== undefined)
      return [lens([...versionFacts, "from another connection"].join(" · ")), save];
    const { folderId, version } = identity;
    if (typeof version === "number") return [lens(versionFacts.join(" · ")), save];
    const earlier = this.documents
      .versionsOf(identity)
      .findLast((one) => one.version < (shown?.version ?? 0));
    return [
      lens([...versionFacts, ...this.whyOutdated(folderId)].join(" · ")),
      ...(earlier
        ? [
            lens(
              `Compare with Version ${earlier.version}`,
              COMMANDS.compareJson,
              this.documents.uri({ ...identity, version: earlier.version }),
            ),
          ]
        : []),
      lens("Compare…", COMMANDS.compareJson, uri),
      save,
      ...(this.documents.isGone(folderId) ? [] : [lens("Explain Result", COMMANDS.explainResult, folderId)]),
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private whyOutdated(folderId: string): readonly string[] {
    const { failure } = this.health;
    if (this.documents.isGone(folderId)) return [GONE];
    return failure ? [`${REASON_TEXTS[failure.error.reason]} since ${timeOfDay(failure.since)}`] : [];
  }
}

/** @param command run on click; without one, the lens is plain text */
function lens(title: string, command: CommandId | "" = "", ...args: unknown[]): CodeLens {
  return new CodeLens(new Range(0, 0, 0, 0), { title, command, arguments: args });
}
