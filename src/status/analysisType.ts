import { readText } from "../base/readJson";

const LABELS = new Map<string | undefined, string>([
  ["QUALITY", "Liveness"],
  ["LIVENESS", "Liveness"],
  ["BIOMETRY", "Face match"],
  ["DOCUMENTS", "Documents"],
  ["COLLECTION", "Collection"],
  ["BLACKLIST", "Collection"],
]);

/**
 * @param raw an analysis's `type` from a reply
 * @returns the type in upper case; undefined if it is empty or not a text
 */
export function readAnalysisType(raw: unknown): string | undefined {
  const type = readText(raw);
  return type === undefined || LABELS.has(type) ? type : type.toUpperCase();
}

/**
 * @param type upper-case analysis type (section 6.3 of oz-api.md)
 * @returns its name on screen; an unknown type unchanged
 */
export function analysisTypeLabel(type: string | undefined): string {
  return LABELS.get(type) ?? type ?? "Analysis";
}
