import { format, parseTree, type Node } from "jsonc-parser";

const OPTIONS = { tabSize: 2, insertSpaces: true, eol: "\n" };

/**
 * Lays JSON out in lines as text, so that numbers, the order of members and unknown members stay as they came.
 * @param text JSON; anything else comes out with other blanks at most
 */
export function prettyJson(text: string): string {
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
 * @param text a folder with its analyses, as the server sent it
 * @param id the id of one analysis
 * @returns that analysis, just as it stands in the text; undefined when it is not there
 */
export function analysisText(text: string, id: string): string | undefined {
  const analyses = memberNode(parseTree(text), "analyses");
  const found = analyses?.children?.find((analysis) =>
    ["analysis_id", "analyse_id"].some((name) => memberNode(analysis, name)?.value === id),
  );
  return found && text.slice(found.offset, found.offset + found.length);
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

function memberNode(object: Node | undefined, name: string): Node | undefined {
  if (object?.type !== "object") return undefined;
  return object.children?.find((property) => property.children?.[0]?.value === name)?.children?.[1];
}
