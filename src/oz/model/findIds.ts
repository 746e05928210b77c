import { readId } from "./id";

/** An id in a text: the UUID in lower case with dashes, and from where to where it stands as it is written there. */
export interface FoundId {
  readonly id: string;
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
}

/**
 * What ends in a letter or a digit and yet stands for another character: `%7B` in an address; `\n` and `\u0022` in
 * JSON that was logged as a text.
 */
const ESCAPE = String.raw`(?<=%[\da-f]{2}|\\(?:[nrt]|u[\da-f]{4}))`;

/** A word of a dashed id. Shorter ones are days, ordinals and versions. */
const WORD = String.raw`[\da-f]{4,}`;

const UUID = String.raw`[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{32}`;

const ID = new RegExp(
  String.raw`(?:${ESCAPE}|(?<![\da-z]))(?<!(?<![\da-z])${WORD}-)(?:${UUID})(?![\da-z]|-${WORD}(?![\da-z]))`,
  "gi",
);

/**
 * Finds the ids in any text, in time that grows with its length: with dashes or without, in upper or lower case, in
 * braces, quotes, paths, addresses. What a Latin letter or a digit touches is none, nor what is a part of a longer id:
 * more hexadecimal digits, or more words of them between dashes.
 */
export function findIds(text: string): readonly FoundId[] {
  return Array.from(text.matchAll(ID)).flatMap(({ 0: found, index: start }) => {
    const id = readId(found);
    return id === undefined ? [] : { id, start, end: start + found.length };
  });
}
