/** A part of the original text. */
export interface Span {
  readonly from: number;
  /** The index behind its last character. */
  readonly to: number;
}

/** A text, and for each of its characters the part of the original text that says it. */
export interface Reading {
  readonly text: string;
  readonly parts: readonly Span[];
}

/** @returns the text as it stands */
export function asItStands(text: string): Reading {
  return { text, parts: Array.from({ length: text.length }, (_, from) => ({ from, to: from + 1 })) };
}

/**
 * Reads further: every match of the pattern as what it means. Each character of that belongs to the whole match, so
 * that no half of an escape is ever left over.
 * @param pattern with the flag `g`
 * @returns the same reading when nothing matches
 */
export function readAs(reading: Reading, pattern: RegExp, meaning: (written: string) => string): Reading {
  const texts: string[] = [];
  const parts: Span[] = [];
  let done = 0;
  const keepUntil = (end: number): void => {
    texts.push(reading.text.slice(done, end));
    for (const part of reading.parts.slice(done, end)) parts.push(part);
  };
  for (const { 0: written, index } of reading.text.matchAll(pattern)) {
    keepUntil(index);
    done = index + written.length;
    const meant = meaning(written);
    texts.push(meant);
    const part = partOf(reading, index, done);
    for (let left = meant.length; left > 0; left--) parts.push(part);
  }
  if (done === 0) return reading;
  keepUntil(reading.text.length);
  return { text: texts.join(""), parts };
}

/** @returns the part of the original text that says the characters from `start` up to `end`, of which there is one */
export function partOf({ parts }: Reading, start: number, end: number): Span {
  return { from: parts[start]?.from ?? 0, to: parts[end - 1]?.to ?? Infinity };
}
