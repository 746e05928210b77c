import { readFolder } from "../../../src/oz/model/folder";
import { explanation } from "../../../src/views/explain/explanation";
import { shownFindings } from "../../../src/views/shownFindings";
import { AnalysisNode } from "../../../src/views/tree/analysisNode";
import { FolderNode } from "../../../src/views/tree/folderNode";
import { MediaNode } from "../../../src/views/tree/mediaNode";
import { folderTooltips } from "../../../src/views/tree/tooltip";
import type { TreeNode } from "../../../src/views/tree/treeNode";

const ID = "7e7e7e7e-0000-4000-8000-000000000001";

/** Milliseconds that processing may take. */
const PROCESSING_LIMIT = 300_000;

/**
 * @param json a folder from a reply, without an ID
 * @param now when the reply was received and everything is drawn, in epoch milliseconds
 * @returns all that a person sees of the folder, as docs/examples.md has it
 */
export function say(json: object, now: number): string {
  const folder = readFolder({ folder_id: ID, ...json }, now)!;
  const limits = () => ({ now, processingLimit: PROCESSING_LIMIT, usualTime: undefined });
  const findings = shownFindings(() => [], limits);
  const tooltip = folderTooltips(findings, limits);
  const node = new FolderNode(folder, {
    labelKeys: () => [],
    isWatched: () => false,
    findings,
    tooltip,
    now: () => now,
  });
  const found = findings(folder.resolution).map(
    ({ severity, code, message }) => `${severity} ${code}: ${message}`,
  );
  const parts = partsOf(node);
  return [
    line("row", rowOf(node)),
    ...parts.map((part) => line(part.parent === node ? "  row" : "    row", rowOf(part))),
    line("says", linesOf(node)[0]?.replaceAll("**", "") ?? ""),
    ...tooltipLine("tooltip", node),
    ...parts.filter((part) => part instanceof AnalysisNode).flatMap((part) => tooltipLine("  tooltip", part)),
    ...(found.length === 0 ? [line("finding", "none")] : found.map((one) => line("finding", one))),
  ].join("\n");
}

/** @returns the explanation of the same folder without its escapes */
export function explain(json: object, now: number): string {
  const folder = readFolder({ folder_id: ID, ...json }, now)!;
  return unescape(explanation(folder, folder.resolution.findings, now));
}

function unescape(markdown: string): string {
  return markdown.replaceAll(/\\(?=[^a-z0-9\s])/gi, "");
}

/** The rows of groups and analyses. */
function partsOf(node: TreeNode): readonly TreeNode[] {
  const children = node.children.filter((child) => !(child instanceof MediaNode));
  return children.flatMap((child) => [child, ...partsOf(child)]);
}

function line(name: string, text: string): string {
  return `${name.padEnd(9)} ${text}`;
}

function rowOf(node: TreeNode): string {
  const { label, description } = node.item();
  return `${label as string}: ${description as string}`;
}

/** The lines of a tooltip, without escapes. */
function linesOf(node: TreeNode): readonly string[] {
  const tooltip = node.tooltip();
  const text = typeof tooltip === "string" ? tooltip : (tooltip?.value ?? "");
  return unescape(text).split("  \n");
}

/** A tooltip without its heading, its ID and its findings, which stand elsewhere. */
function tooltipLine(name: string, node: TreeNode): readonly string[] {
  const [, ...lines] = linesOf(node);
  const shown = lines.filter((one) => !/^(?:Folder|Error|Warning|Note): /.test(one) || name !== "tooltip");
  return shown.length === 0 ? [] : [line(name, shown.join(" | "))];
}
