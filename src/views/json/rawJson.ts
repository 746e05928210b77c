import { format } from "jsonc-parser";
import { jsonMembers, valueAt, type Member } from "./jsonMembers";
import { plainReason } from "./plainReason";

const OPTIONS = { tabSize: 2, insertSpaces: true, eol: "\n" };
const ID_NAMES: readonly unknown[] = ["analysis_id", "analyse_id"];

/**
 * Lays JSON out in lines as text, so that numbers, the order of members and unknown members stay as they came.
 * @param text JSON; what must not be laid out, see `plainReason`, comes out as it is, and anything else with other
 * blanks at most
 */
export function prettyJson(text: string): string {
  if (plainReason(text) !== undefined) return text;
  const pieces: string[] = [];
  let position = 0;
  // In one pass: jsonc-parser's own applyEdits copies the whole text for each edit.
  for (const { offset, length, content } of format(text, undefined, OPTIONS)) {
    pieces.push(text.slice(position, offset), content);
    position = offset + length;
  }
  return `${pieces.join("")}${text.slice(position)}\n`;
}

/**
 * Writes JSON down with numbers as JavaScript writes them, so that `1.0` and `1` are no difference.
 * @param text JSON; what must not be laid out, see `plainReason`, comes out as it is
 */
export function comparableJson(text: string): string {
  return plainReason(text) === undefined ? `${JSON.stringify(JSON.parse(text), null, 2)}\n` : text;
}

/**
 * @param text a folder with its analyses, as the server sent it
 * @param id the id of one analysis
 * @returns that analysis, just as it stands in the text; undefined when it is not there
 */
export function analysisText(text: string, id: string): string | undefined {
  const isNamed = ({ name, begin }: Member): boolean =>
    ID_NAMES.includes(name) && text[begin] === '"' && JSON.parse(valueAt(text, begin)) === id;
  for (const { name, begin } of jsonMembers(text, 0)) {
    if (name !== "analyses" || text[begin] !== "[") continue;
    for (const analysis of jsonMembers(text, begin)) {
      for (const member of jsonMembers(text, analysis.begin)) {
        if (isNamed(member)) return valueAt(text, analysis.begin);
      }
    }
    return undefined;
  }
  return undefined;
}

/**
 * @param text a folder as the server sent it
 * @param analysisId undefined for the folder itself
 * @returns what a document shows of it; undefined when the folder has no such analysis
 */
export function documentText(text: string, analysisId: string | undefined): string | undefined {
  const shown = analysisId === undefined ? text : analysisText(text, analysisId);
  return shown === undefined ? undefined : prettyJson(shown);
}
