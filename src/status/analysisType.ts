const LABELS = new Map([
  ["QUALITY", "Liveness"],
  ["LIVENESS", "Liveness"],
  ["BIOMETRY", "Face match"],
  ["DOCUMENTS", "Documents"],
  ["COLLECTION", "Collection"],
  ["BLACKLIST", "Collection"],
]);

/**
 * @param type upper-case type of an analysis (section 6.3 of oz-api.md)
 * @returns the type in words; a type that we do not know as the server wrote it
 */
export function analysisTypeLabel(type: string | undefined): string {
  return LABELS.get(type ?? "") ?? type ?? "Analysis";
}
