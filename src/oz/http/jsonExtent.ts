import { isHeldExactly } from "../../base/exactNumber";

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const LIST = 0x5b;
const LIST_END = 0x5d;
const OBJECT = 0x7b;
const OBJECT_END = 0x7d;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const LETTER_E = 0x65;
/** The bit by which a small letter differs from its capital. */
const SMALL = 0x20;

/** Up to this many characters, a number without an exponent is one that JavaScript can hold. */
const MAX_HELD_LENGTH = 15;

/** How large a JSON text is. */
export interface JsonExtent {
  /** Number of values, including nested ones. */
  readonly values: number;
  /** Nesting of objects and lists; 0 for a string or a number alone. */
  readonly depth: number;
  /** Number of characters when formatted: each value on its own line, indented by two spaces per level. */
  readonly formattedLength: number;
  /** Whether there is a number that JavaScript would change, see `ExactNumber`. */
  readonly hasExactNumbers: boolean;
}

/**
 * Measures JSON before it is parsed, which takes far longer. Whitespace between values does not count.
 * @param text any text; only for JSON do the numbers mean anything
 */
export function jsonExtent(text: string): JsonExtent {
  let values = 1;
  let depth = 0;
  let deepest = 0;
  let formattedLength = 0;
  let hasExactNumbers = false;
  // Whether nothing but whitespace has followed the last opening bracket.
  let isEmpty = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit <= 0x20) continue;
    formattedLength += 1;
    if (unit === LIST_END || unit === OBJECT_END) {
      depth -= 1;
      if (!isEmpty) formattedLength += lineBreak(depth);
      isEmpty = false;
      continue;
    }
    if (isEmpty) {
      values += 1;
      formattedLength += lineBreak(depth);
      isEmpty = false;
    }
    if (unit === QUOTE) {
      const end = endOfString(text, at);
      formattedLength += end - at;
      at = end;
    } else if (unit === COMMA) {
      values += 1;
      formattedLength += lineBreak(depth);
    } else if (unit === COLON) {
      formattedLength += 1;
    } else if (unit === LIST || unit === OBJECT) {
      depth += 1;
      deepest = Math.max(deepest, depth);
      isEmpty = true;
    } else {
      const end = endOfWord(text, at);
      formattedLength += end - at - 1;
      hasExactNumbers ||= mayNeedExactNumber(text, at, end) && !isHeldExactly(text.slice(at, end));
      at = end - 1;
    }
  }
  return { values, depth: deepest, formattedLength, hasExactNumbers };
}

/** Decides for most numbers without making a text of them. */
function mayNeedExactNumber(text: string, begin: number, end: number): boolean {
  const first = text.charCodeAt(begin);
  if (first !== MINUS && (first < ZERO || first > NINE)) return false;
  if (end - begin > MAX_HELD_LENGTH) return true;
  for (let at = begin; at < end; at += 1) if ((text.charCodeAt(at) | SMALL) === LETTER_E) return true;
  return false;
}

/** @returns the index after the number, `true`, `false`, `null` or other word that begins there */
export function endOfWord(text: string, begin: number): number {
  let at = begin;
  while (at < text.length && !isBoundary(text.charCodeAt(at))) at += 1;
  return at;
}

function isBoundary(unit: number): boolean {
  if (unit <= 0x20) return true;
  switch (unit) {
    case QUOTE:
    case COMMA:
    case COLON:
    case LIST:
    case LIST_END:
    case OBJECT:
    case OBJECT_END:
      return true;
    default:
      return false;
  }
}

function lineBreak(depth: number): number {
  return 1 + 2 * Math.max(0, depth);
}

/** @returns the index of the quote that closes the string, or of the last character if none does */
export function endOfString(text: string, begin: number): number {
  const quote = text.indexOf('"', begin + 1);
  if (quote === -1) return text.length - 1;
  if (!isEscaped(text, quote)) return quote;
  // If one quote is escaped, others probably are, and a loop is then faster than searching for each.
  for (let at = quote + 1; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) return at;
    if (unit === BACKSLASH) at += 1;
  }
  return text.length - 1;
}

function isEscaped(text: string, quote: number): boolean {
  let before = quote - 1;
  while (text.charCodeAt(before) === BACKSLASH) before -= 1;
  return (quote - before) % 2 === 0;
}
