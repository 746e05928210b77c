import type { JsonObject } from "../../base/readJson";
import { escapeUnits } from "./escapeUnits";

/** Longer ones are no summary, and GitHub takes no more than three times that. */
const LONGEST = 20_000;

/** Invisible characters, and what could end the block. All that is JSON and not ours stands inside of its strings. */
const UNSAFE = /[^\P{C}\n]|[\p{Zl}\p{Zp}`]/gu;

/** @returns metadata as a block of code that nothing in it can end; cut when it is too long */
export function metaDataBlock(metaData: JsonObject): string {
  const json = write(metaData);
  const shown = json.length > LONGEST ? `${json.slice(0, LONGEST)}…` : json;
  return `\`\`\`json\n${shown.replace(UNSAFE, escapeUnits)}\n\`\`\``;
}

function write(metaData: JsonObject): string {
  try {
    return JSON.stringify(metaData, undefined, 2);
  } catch {
    return "nested too deeply to be written down";
  }
}
