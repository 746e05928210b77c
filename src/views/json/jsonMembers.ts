import { endOfString } from "../../oz/http/jsonExtent";

/** A member of an object, or an item of a list, which has no name. */
export interface Member {
  readonly name: string | undefined;
  /** Where its value begins. */
  readonly begin: number;
}

/**
 * Goes through an object or a list: a tree of all that is in there takes ten times as long to make, and overflows where
 * it is deep. Of texts only names are decoded, because escapes take long. Each member is told of before its value is
 * gone through, which may be most of the text.
 * @param text JSON
 * @param begin where the object or list begins; anything else has no members
 */
export function* jsonMembers(text: string, begin: number): Generator<Member> {
  let depth = 0;
  let isList = false;
  let isValueNext = false;
  let name: string | undefined;
  for (let at = begin; at < text.length; at += 1) {
    if (isBlank(text, at)) continue;
    const first = text[at];
    if (depth === 0) {
      if (!isOpening(first)) return;
      depth = 1;
      isList = first === "[";
      isValueNext = isList;
    } else if (isClosing(first)) {
      depth -= 1;
      if (depth === 0) return;
    } else if (depth === 1 && (first === ":" || first === ",")) {
      isValueNext = isList || first === ":";
    } else {
      const end = first === '"' ? endOfString(text, at) : at;
      if (isValueNext) yield { name, begin: at };
      else if (depth === 1 && first === '"') name = JSON.parse(text.slice(at, end + 1)) as string;
      isValueNext = false;
      if (isOpening(first)) depth += 1;
      at = end;
    }
  }
}

/** @returns the text, object or list that begins there, just as it stands in JSON */
export function valueAt(text: string, begin: number): string {
  let depth = 0;
  for (let at = begin; at < text.length; at += 1) {
    if (isBlank(text, at)) continue;
    const first = text[at];
    if (first === '"') at = endOfString(text, at);
    else if (isOpening(first)) depth += 1;
    else if (isClosing(first)) depth -= 1;
    if (depth === 0) return text.slice(begin, at + 1);
  }
  return text.slice(begin);
}

function isBlank(text: string, at: number): boolean {
  return text.charCodeAt(at) <= 0x20;
}

function isOpening(first: string | undefined): boolean {
  return first === "{" || first === "[";
}

function isClosing(first: string | undefined): boolean {
  return first === "}" || first === "]";
}
