import { MAX_ID_LENGTH } from "../../base/limits";
import { oneLine } from "../../base/plainText";

/** An ID in a text: the UUID in lower case with dashes, and where it is in the text. */
export interface FoundId {
  readonly id: string;
  readonly start: number;
  /** The index after its last character. */
  readonly end: number;
}

/** An ID that is safe to paste anywhere. */
export interface IdToCopy {
  readonly text: string;
  /** Whether it was truncated. */
  readonly isCut: boolean;
}

/**
 * Escapes that may precede an ID although they end in a letter or digit: `%7B` in a URL; `\n` and `\u0022` in JSON that was
 * logged as a string.
 */
const ESCAPE = String.raw`(?<=%[\da-f]{2}|\\(?:[nrt]|u[\da-f]{4}))`;

/** A part of a dashed ID. Shorter ones are parts of dates, numbers and versions. */
const WORD = String.raw`[\da-f]{4,}`;

const UUID = String.raw`[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{32}`;

const ID = new RegExp(
  String.raw`(?:${ESCAPE}|(?<![\da-z]))(?<!(?<![\da-z])${WORD}-)(?:${UUID})(?![\da-z]|-${WORD}(?![\da-z]))`,
  "gi",
);

/**
 * Reads the ID of a folder or an analysis as people paste it: in upper case, without dashes, in braces, quotes or
 * whitespace, after `urn:uuid:`, or at the end of the path of a URL.
 * @returns the UUID in lower case with dashes; undefined for anything else
 */
export function readId(text: string): string | undefined {
  if (text.length > 2000) return undefined;
  // The lookbehinds keep this linear: without them, a match would start at each character of a long ending.
  const path = text.trim().replace(/[?#].*$/s, "");
  const word = path
    .slice(path.replace(/(?<![/\s])[/\s]+$/, "").lastIndexOf("/") + 1)
    .replace(/^[\s"'`({<[]+/, "")
    .replace(/^urn:uuid:/i, "")
    .replace(/(?<![\s"'`)}>\],;./])[\s"'`)}>\],;./]+$/, "");
  const digits = /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.test(word)
    ? word.replaceAll("-", "").toLowerCase()
    : undefined;
  return digits?.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** @returns the first eight characters of an ID, enough to tell IDs apart at a glance */
export function shortId(id: string): string {
  return id.slice(0, 8);
}

/**
 * Finds the IDs in any text, in linear time: with or without dashes, in upper or lower case, in braces, quotes, paths and
 * URLs. A match that touches a Latin letter or a digit is not an ID, nor is part of a longer ID, which has more
 * hexadecimal digits or more dashed parts.
 */
export function findIds(text: string): readonly FoundId[] {
  return Array.from(text.matchAll(ID)).flatMap(({ 0: found, index: start }) => {
    const id = readId(found);
    return id === undefined ? [] : { id, start, end: start + found.length };
  });
}

/**
 * @param id as the server wrote it, not necessarily a UUID
 * @returns one line of at most 500 characters, none of them invisible. Everything visible stays, even what VS Code would
 * render as an icon
 */
export function idToCopy(id: string): IdToCopy {
  const isLong = id.length > MAX_ID_LENGTH * 4;
  const characters = Array.from(oneLine(id.slice(0, MAX_ID_LENGTH * 4)));
  return {
    text: characters.slice(0, MAX_ID_LENGTH).join(""),
    isCut: isLong || characters.length > MAX_ID_LENGTH,
  };
}
