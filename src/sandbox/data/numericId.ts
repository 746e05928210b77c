import type { FolderRef, IdParts } from "./idCodec";

/** IDs per folder: no ordinal is higher. */
const ORDINALS = 256;

/** @returns the number of an analysis or a group of the folder, unique among its kind, as a database counts */
export function numericId({ live, index }: FolderRef, ordinal: number): number {
  return (index * 2 + Number(live)) * ORDINALS + ordinal;
}

/** @returns the analysis that would have this number; undefined if the text is anything but at most 15 digits */
export function readNumericId(text: string): IdParts | undefined {
  if (!/^\d{1,15}$/.test(text)) return undefined;
  const folder = Math.floor(Number(text) / ORDINALS);
  return {
    kind: "analysis",
    live: folder % 2 === 1,
    index: Math.floor(folder / 2),
    ordinal: Number(text) % ORDINALS,
  };
}
