import { findNodeAtOffset, getNodePath, parseTree, type Node } from "jsonc-parser";
import { escapeUnits } from "./prettyJson";

/** Characters that JSON leaves unescaped although they are invisible: some end a line, some reverse its direction. */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** A name or an index for each step from the root. */
export type JsonPath = readonly (string | number)[];

/**
 * @param text JSON, as we format it: one value or member a line
 * @param offset of a cursor; anywhere in the line counts, its indent and its end included
 * @returns the path from the root to the member at the cursor
 */
export function jsonPathAt(text: string, offset: number): JsonPath {
  const begin = text.lastIndexOf("\n", offset - 1) + 1;
  const [line = ""] = text.slice(begin).split("\n", 1);
  const first = begin + line.search(/\S|$/);
  const last = begin + withoutComma(line.trimEnd()).length;
  const root = parseTree(text);
  const node = root && findNodeAtOffset(root, Math.max(first, Math.min(offset, last)), true);
  return pathOf(node?.type === "property" ? node.children?.[0] : node);
}

/** Without a regular expression, because one that looks for the end of a line takes quadratic time in its blanks. */
function withoutComma(line: string): string {
  return line.endsWith(",") ? line.slice(0, -1) : line;
}

function pathOf(node: Node | undefined): JsonPath {
  return node ? getNodePath(node) : [];
}

/** @returns the path as RFC 9535 writes it, `$.analyses[0]['a b']`: one line, whatever the names contain */
export function jsonPathText(path: JsonPath): string {
  return `$${path.map(segment).join("")}`;
}

function segment(step: string | number): string {
  if (typeof step === "number") return `[${step}]`;
  if (/^[a-z_]\w*$/i.test(step)) return `.${step}`;
  const quoted = JSON.stringify(step).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `['${quoted.replace(INVISIBLE, escapeUnits)}']`;
}
