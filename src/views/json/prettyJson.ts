import * as l10n from "@vscode/l10n";
import { format } from "jsonc-parser";
import { exactJson } from "../../base/exactJson";
import { inDigits } from "../../base/language";
import {
  MAX_DEPTH,
  MAX_FORMATTED_ESCAPES,
  MAX_FORMATTED_LENGTH,
  MAX_FORMATTED_VALUES,
} from "../../base/limits";
import { jsonExtent } from "../../oz/http/jsonExtent";
import { parseText } from "../../oz/http/jsonText";

const OPTIONS = { tabSize: 2, insertSpaces: true, eol: "\n" };

/**
 * Formats JSON as text, without parsing its values: numbers and the order of members stay as received.
 * @param text JSON; returned unchanged if it must not be formatted, see `plainReason`. Only whitespace changes
 */
export function prettyJson(text: string): string {
  if (plainReason(text) !== undefined) return text;
  const pieces: string[] = [];
  let position = 0;
  // In one pass: jsonc-parser's own applyEdits copies the whole text for each edit.
  for (const { offset, length, content } of format(text, undefined, OPTIONS)) {
    pieces.push(text.slice(position, offset), content);
    position = offset + length;
  }
  return `${pieces.join("")}${text.slice(position)}\n`;
}

/**
 * Rewrites JSON with numbers as JavaScript writes them, so that `1.0` and `1` compare as equal, but for those that it would
 * change. Values that JSON does not allow are left out.
 * @param text JSON as `parseText` reads it; returned unchanged if it is too large to be formatted
 */
export function comparableJson(text: string): string {
  return sizeReason(text) === undefined ? `${exactJson(parseText(text).json, "  ")}\n` : text;
}

/**
 * Tells which JSON must not be formatted. Gives the same answer before and after formatting.
 * @param text JSON as `parseText` reads it
 * @returns why it is shown as received, in a sentence; undefined if it may be formatted
 */
export function plainReason(text: string): string | undefined {
  const reason = sizeReason(text);
  if (reason !== undefined) return reason;
  // jsonc-parser would break the lines of a text with a raw control character elsewhere.
  return isJson(text) ? undefined : l10n.t("Shown as received: this is not valid JSON.");
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** jsonc-parser is recursive and slow, and a short text may become very long. */
function sizeReason(text: string): string | undefined {
  // Without the line break that formatting adds at the end.
  if (text.length - 1 > MAX_FORMATTED_LENGTH)
    return l10n.t("Shown as received: this JSON has {0} MB.", megabytes(text.length));
  if (hasMoreEscapes(text, MAX_FORMATTED_ESCAPES))
    return l10n.t(
      "Shown as received: this JSON has more than {0} escape sequences.",
      inDigits(MAX_FORMATTED_ESCAPES),
    );
  const { depth, values, formattedLength } = jsonExtent(text);
  if (depth > MAX_DEPTH)
    return l10n.t("Shown as received: this JSON is nested more than {0} levels deep.", MAX_DEPTH);
  if (values > MAX_FORMATTED_VALUES)
    return l10n.t("Shown as received: this JSON has more than {0} values.", inDigits(MAX_FORMATTED_VALUES));
  if (formattedLength <= MAX_FORMATTED_LENGTH) return undefined;
  return l10n.t("Shown as received: formatted, this JSON would have {0} MB.", megabytes(formattedLength));
}

function megabytes(length: number): number {
  return Math.ceil(length / 1024 / 1024);
}

function hasMoreEscapes(text: string, most: number): boolean {
  let at = text.indexOf("\\");
  // Skips the character after each backslash, because it may be a backslash, too.
  for (let count = 0; at !== -1 && count < most; count += 1) at = text.indexOf("\\", at + 2);
  return at !== -1;
}

/** @returns the characters as JSON escapes: `\u202e` */
export function escapeUnits(characters: string): string {
  const units = Array.from({ length: characters.length }, (_, index) => characters.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
