const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const LIST = 0x5b;
const LIST_END = 0x5d;
const OBJECT = 0x7b;
const OBJECT_END = 0x7d;

/** How far a JSON text reaches. */
export interface JsonExtent {
  /** How many values there are, those inside of others included. */
  readonly values: number;
  /** How many objects and lists stand in each other; 0 for a text or a number by itself. */
  readonly depth: number;
  /** How many characters it has when each value stands on a line of its own, two blanks further in a level. */
  readonly laidOut: number;
}

/**
 * Measures JSON before it is parsed, which takes far longer. Blanks between values count for nothing.
 * @param text anything; of what is no JSON the figures mean little
 */
export function jsonExtent(text: string): JsonExtent {
  let values = 1;
  let depth = 0;
  let deepest = 0;
  let laidOut = 0;
  // An empty list has no value in it.
  let isEmpty = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit <= 0x20) continue;
    laidOut += 1;
    if (unit === LIST_END || unit === OBJECT_END) {
      depth -= 1;
      if (!isEmpty) laidOut += lineBreak(depth);
      isEmpty = false;
      continue;
    }
    if (isEmpty) {
      values += 1;
      laidOut += lineBreak(depth);
      isEmpty = false;
    }
    if (unit === QUOTE) {
      const end = endOfString(text, at);
      laidOut += end - at;
      at = end;
    } else if (unit === COMMA) {
      values += 1;
      laidOut += lineBreak(depth);
    } else if (unit === COLON) {
      laidOut += 1;
    } else if (unit === LIST || unit === OBJECT) {
      depth += 1;
      deepest = Math.max(deepest, depth);
      isEmpty = true;
    }
  }
  return { values, depth: deepest, laidOut };
}

function lineBreak(depth: number): number {
  return 1 + 2 * Math.max(0, depth);
}

/** @returns where the quote stands that ends the string, or the last character when none does */
export function endOfString(text: string, begin: number): number {
  const quote = text.indexOf('"', begin + 1);
  if (quote === -1) return text.length - 1;
  if (!isEscaped(text, quote)) return quote;
  // Where one quote is escaped others are, and to look for each of them takes longer.
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
