import * as l10n from "@vscode/l10n";
import { tellsMetadata } from "../settings";

/** @returns what a language model is told about folders, for the question before a tool runs */
export function agentGets(): string {
  return tellsMetadata()
    ? l10n.t("The agent gets times, results, scores, findings and metadata, but no media.")
    : l10n.t("The agent gets times, results, scores and findings, but neither metadata nor media.");
}
