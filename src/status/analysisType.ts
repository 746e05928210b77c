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
 * @param raw an analysis's `type` as it came
 * @returns it in upper case; undefined when it is empty or no text
 */
export function readAnalysisType(raw: unknown): string | undefined {
  const type = readText(raw);
  return type === undefined || LABELS.has(type) ? type : type.toUpperCase();
}

/**
 * @param type upper-case type of an analysis (section 6.3 of oz-api.md)
 * @returns the type in words; a type that we do not know as the server wrote it
 */
export function analysisTypeLabel(type: string | undefined): string {
  return LABELS.get(type) ?? type ?? "Analysis";
}
