import { isSameNumber } from "../../base/exactNumber";
import { endOfString, endOfWord } from "../../oz/http/jsonExtent";
import { prettyJson } from "./prettyJson";

const ID_NAMES: readonly unknown[] = ["analysis_id", "analyse_id"];

/** A member of an object, or an item of a list. */
interface Member {
  /** Undefined for an item of a list, and for a name that cannot be read. */
  readonly name: string | undefined;
  /** Where its value begins. */
  readonly begin: number;
}

/**
 * @param text a folder as the server sent it
 * @param analysisId undefined for the folder itself
 * @returns the text of the document that shows it; undefined if the folder has no such analysis
 */
export function documentText(text: string, analysisId: string | undefined): string | undefined {
  const json = analysisId === undefined ? text : extractAnalysis(text, analysisId);
  return json === undefined ? undefined : prettyJson(json);
}

/**
 * @param text a folder with its analyses, as the server sent it
 * @returns the analysis with that ID, exactly as in the text; undefined if there is none
 */
export function extractAnalysis(text: string, id: string): string | undefined {
  const hasId = ({ name, begin }: Member): boolean => ID_NAMES.includes(name) && isId(text, begin, id);
  for (const { name, begin } of members(text, 0)) {
    if (name !== "analyses" || text[begin] !== "[") continue;
    for (const analysis of members(text, begin)) {
      for (const member of members(text, analysis.begin)) {
        if (hasId(member)) return valueAt(text, analysis.begin);
      }
    }
    return undefined;
  }
  return undefined;
}

/**
 * Reads the members of one object or list only: a tree of the whole text takes ten times as long to build, and overflows
 * if it is deep. Strings are not decoded, except names, because escapes are slow. Each member is yielded before its
 * value is passed over, which may be most of the text.
 * @param text JSON
 * @param begin where the object or list begins; anything else has no members
 */
function* members(text: string, begin: number): Generator<Member> {
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
      else if (depth === 1 && first === '"') name = readString(text.slice(at, end + 1));
      isValueNext = false;
      if (isOpening(first)) depth += 1;
      at = end;
    }
  }
}

/** @returns the string, object or list that begins there, exactly as in the text */
function valueAt(text: string, begin: number): string {
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

/** @returns whether the value that begins there is the ID, which some servers write as a number */
function isId(text: string, begin: number, id: string): boolean {
  if (text[begin] === '"') return readString(valueAt(text, begin)) === id;
  return isSameNumber(text.slice(begin, endOfWord(text, begin)), id);
}

/** @returns undefined if it has something that JSON does not allow, such as a raw line break */
function readString(raw: string): string | undefined {
  try {
    return JSON.parse(raw) as string;
  } catch {
    return undefined;
  }
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
