import * as l10n from "@vscode/l10n";
import { readText } from "../base/readJson";

/** Saved filters name them, so they never change. */
const KINDS = new Map<string | undefined, string>([
  ["QUALITY", "Liveness"],
  ["LIVENESS", "Liveness"],
  ["BIOMETRY", "Face match"],
  ["DOCUMENTS", "Documents"],
  ["COLLECTION", "Collection"],
  ["BLACKLIST", "Collection"],
]);

const LABELS = new Map([
  ["Liveness", () => l10n.t("Liveness")],
  ["Face match", () => l10n.t("Face match")],
  ["Documents", () => l10n.t("Documents")],
  ["Collection", () => l10n.t("Collection")],
  ["Analysis", () => l10n.t("Analysis")],
]);

/**
 * @param raw an analysis's `type` from a reply
 * @returns the type in upper case; undefined if it is empty or not a text
 */
export function readAnalysisType(raw: unknown): string | undefined {
  const type = readText(raw);
  return type === undefined || KINDS.has(type) ? type : type.toUpperCase();
}

/**
 * @param type upper-case analysis type (section 6.3 of oz-api.md)
 * @returns what it checks, in English whatever the language; an unknown type unchanged
 */
export function analysisKind(type: string | undefined): string {
  return KINDS.get(type) ?? type ?? "Analysis";
}

export function isLiveness(type: string | undefined): boolean {
  return analysisKind(type) === "Liveness";
}

/**
 * @param kind see `analysisKind`
 * @returns its name on screen
 */
export function kindLabel(kind: string): string {
  return LABELS.get(kind)?.() ?? kind;
}

/** @returns the name on screen of an upper-case analysis type; an unknown one unchanged */
export function analysisTypeLabel(type: string | undefined): string {
  return kindLabel(analysisKind(type));
}
