import { plainData } from "./plainData";
import { toPublic, type PublicResolution } from "./publicResolution";
import { resolveFolder } from "./resolveFolder";

/**
 * Resolves what another extension takes for a folder.
 * @param value anything at all: what `plainData` cannot copy counts as missing
 * @returns data of the caller's own, whatever came. Never throws.
 */
export function resolveAnything(value: unknown): PublicResolution {
  return toPublic(resolveFolder(plainData(value)));
}
