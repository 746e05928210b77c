import { createScanner } from "jsonc-parser";

/** Where a value stands in a text. */
interface Span {
  readonly begin: number;
  readonly end: number;
}

/** A member of an object, or an item of a list, which has no name. */
export interface Member extends Span {
  readonly name: string | undefined;
}

/**
 * Goes through an object or a list token by token: a tree of all that is in there takes ten times as long to make, and
 * overflows where it is deep.
 * @param text JSON
 * @param begin where the object or list begins; anything else has no members
 */
export function* jsonMembers(text: string, begin: number): Generator<Member> {
  const scanner = createScanner(text, true);
  scanner.setPosition(begin);
  /** @returns the character by which the next token begins; undefined at the end */
  const next = (): string | undefined => {
    scanner.scan();
    return text[scanner.getTokenOffset()];
  };
  if (!isOneOf("{[", next())) return;
  let depth = 1;
  let name: string | undefined;
  let lastText = "";
  let span: Span | undefined;
  while (depth > 0) {
    const first = next();
    if (first === undefined) return;
    if (isOneOf("]}", first)) depth -= 1;
    const offset = scanner.getTokenOffset();
    if (depth === 1 && first === ":") {
      name = lastText;
      span = undefined;
    } else if (depth === 0 || (depth === 1 && first === ",")) {
      if (span) yield { name, ...span };
      name = undefined;
      span = undefined;
    } else {
      span = { begin: span?.begin ?? offset, end: offset + scanner.getTokenLength() };
      if (depth === 1 && first === '"') lastText = scanner.getTokenValue();
    }
    if (isOneOf("{[", first)) depth += 1;
  }
}

function isOneOf(characters: string, first: string | undefined): boolean {
  return first !== undefined && characters.includes(first);
}
