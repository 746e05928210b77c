import { MAX_OFFERED_VALUE } from "../../base/limits";
import type { MetaDataCondition } from "../filter/folderFilter";
import { inexpressible } from "../filter/serverFilters";

/** A metadata key with a value in a text, and where the value is in the text. */
export interface FoundPair extends MetaDataCondition {
  readonly start: number;
  /** The index after its last character. */
  readonly end: number;
}

/** Characters of a value without quotes. */
const BARE = String.raw`[^\s"'\x60,;&|<>(){}[\]\\]`;

/** A value as in JSON that was logged as a string, in JSON, in single quotes, or without quotes. */
const VALUE = [
  String.raw`\\"(?<escaped>[^"\\]{1,${MAX_OFFERED_VALUE}})\\"`,
  String.raw`"(?<json>(?:[^"\\]|\\.){1,${MAX_OFFERED_VALUE}})"`,
  String.raw`'(?<single>[^'\\]{1,${MAX_OFFERED_VALUE}})'`,
  String.raw`(?<bare>${BARE}{1,${MAX_OFFERED_VALUE}})(?!${BARE})`,
].join("|");

/**
 * Finds values of some keys in any text, in linear time: `"key": "value"`, `key=value`, `key: value`, `key==value`. Values
 * that no server can be asked for are left out.
 * @param keys are told apart by case, as servers do
 */
export function findPairs(text: string, keys: readonly string[]): readonly FoundPair[] {
  if (keys.length === 0) return [];
  // A longer key first, as another one may be its beginning.
  const names = keys.toSorted((a, b) => b.length - a.length).map(escape);
  const pair = new RegExp(
    String.raw`(?<![\p{L}\p{N}_-])(?<quote>\\?["'])?(?<key>${names.join("|")})\k<quote>[ \t]{0,3}(?:=>|==?|:)[ \t]{0,3}(?:${VALUE})`,
    "dgu",
  );
  return Array.from(text.matchAll(pair)).flatMap(({ groups = {}, indices }) => {
    const name = ["escaped", "json", "single", "bare"].find((one) => groups[one] !== undefined) ?? "";
    const written = groups[name] ?? "";
    const value = name === "json" ? fromJson(written) : name === "bare" ? withoutStop(written) : written;
    const [start, end] = indices?.groups?.[name] ?? [0, 0];
    const found = { key: groups.key ?? "", value: value ?? "" };
    if (inexpressible(found)) return [];
    return { ...found, start, end: name === "bare" ? start + found.value.length : end };
  });
}

/**
 * Reads a key and its value as people type or paste them: `key: value`, `key=value`, `key == value`, `"key": "value",`. A key
 * with blanks needs quotes.
 * @returns undefined for any other text, such as an address or a value with a colon
 */
export function readPair(text: string): MetaDataCondition | undefined {
  const separator = /==?|:(?=\s)|(?<=["']):/.exec(text);
  if (!separator) return undefined;
  const written = text.slice(0, separator.index).trim();
  const key = unquoted(written);
  const value = unquoted(text.slice(separator.index + separator[0].length).trim());
  const isKey = key !== written || /^[^\s"'/?&:]+$/.test(key);
  return isKey && key !== "" && value !== "" ? { key, value } : undefined;
}

/** @returns what stands in quotes, with a comma behind them or not; any other text as it is */
function unquoted(text: string): string {
  const [, json, single] = /^(?:"(.*)"|'(.*)'),?$/s.exec(text) ?? [];
  return (json === undefined ? single : fromJson(json)) ?? text;
}

function fromJson(written: string): string | undefined {
  try {
    return String(JSON.parse(`"${written}"`));
  } catch {
    return undefined;
  }
}

/** Without the end of a sentence. */
function withoutStop(text: string): string {
  return text.replace(/(?<![.:!?])[.:!?]+$/, "");
}

function escape(key: string): string {
  return key.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
