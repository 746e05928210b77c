import { endOfString } from "../../oz/http/jsonExtent";
import { prettyJson } from "./prettyJson";

const ID_NAMES: readonly unknown[] = ["analysis_id", "analyse_id"];

/** A member of an object, or an item of a list, which has no name. */
interface Member {
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
  const hasId = ({ name, begin }: Member): boolean =>
    ID_NAMES.includes(name) && text[begin] === '"' && JSON.parse(valueAt(text, begin)) === id;
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
      else if (depth === 1 && first === '"') name = JSON.parse(text.slice(at, end + 1)) as string;
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

function isBlank(text: string, at: number): boolean {
  return text.charCodeAt(at) <= 0x20;
}

function isOpening(first: string | undefined): boolean {
  return first === "{" || first === "[";
}

function isClosing(first: string | undefined): boolean {
  return first === "}" || first === "]";
}
