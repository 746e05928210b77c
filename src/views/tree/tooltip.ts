import { MarkdownString } from "vscode";
import type { OzFolder } from "../../oz/model/folder";
import type { Medium } from "../../oz/model/media";
import { analysisTypeLabel } from "../../status/analysisType";
import type { Finding } from "../../status/finding";
import { present } from "../../status/presentation";
import type { AnalysisResolution, FolderResolution } from "../../status/resolution";
import { analysisInWords, namedScore, presentAnalysis } from "../text/analysisText";
import { presentFolder, resultInWords, SEVERITY_NAMES } from "../text/folderText";
import { exactTime } from "../text/formatTime";
import { escapeMarkdown } from "../text/markdown";
import { mediumLabel } from "../text/mediumText";

/** A line of a tooltip; left out if it has no value. */
export type TooltipLine = readonly [name: string, value: string | undefined];

/** A heading, and a line for each name and value. Values may come from a server and are escaped here. */
function tooltipOf(heading: string, lines: readonly TooltipLine[]): MarkdownString {
  const markdown = new MarkdownString(`**${escapeMarkdown(heading)}**`);
  for (const [name, value] of lines) {
    if (value !== undefined) markdown.appendMarkdown(`  \n${name}: ${escapeMarkdown(value)}`);
  }
  return markdown;
}

function timeOf(milliseconds: number | undefined): string | undefined {
  return milliseconds === undefined ? undefined : exactTime(milliseconds);
}

export function findingLines(findings: readonly Finding[]): readonly TooltipLine[] {
  return findings.map(({ severity, message }) => [SEVERITY_NAMES[severity], message]);
}

/** @returns the computed result if it differs from the server's */
function differingResult({ computed, result }: FolderResolution): string | undefined {
  return computed && computed.result !== result ? present(computed.result).label : undefined;
}

/**
 * @param findings those that the user wants to see
 * @param more further lines
 */
export function folderTooltip(
  { id, resolution, createdAt, updatedAt }: OzFolder,
  findings: readonly Finding[],
  more: readonly TooltipLine[] = [],
): MarkdownString {
  return tooltipOf(presentFolder(resolution).label, [
    ["Folder", id],
    ["Result", resultInWords(resolution)],
    ["system\\_resolution", resolution.resultSource === "server" ? resolution.rawResult : undefined],
    ["resolution\\_status", resolution.rawStatus],
    ["Computed from analyses", differingResult(resolution)],
    ["Created", timeOf(createdAt)],
    ["Updated", timeOf(updatedAt)],
    ...more,
    ...findingLines(findings),
  ]);
}

/** @param more further lines */
export function analysisTooltip(
  analysis: AnalysisResolution,
  more: readonly TooltipLine[] = [],
): MarkdownString {
  const error = analysis.error;
  return tooltipOf(`${analysisTypeLabel(analysis.type)}: ${presentAnalysis(analysis).label}`, [
    ["Analysis", analysis.id],
    ["Type", analysis.type],
    ["Result", analysisInWords(analysis)],
    ["resolution\\_status", analysis.rawResult],
    ...analysis.scores.map(({ name, value }) => [name.replaceAll("_", "\\_"), String(value)] as const),
    ["Error", error && [error.code, error.message].filter((part) => part !== undefined).join(": ")],
    ["Created", timeOf(analysis.createdAt)],
    ["Updated", timeOf(analysis.updatedAt)],
    ...more,
  ]);
}

/** Shows only the host of the file's link, because anyone who has the whole link can see the file. */
export function mediumTooltip(medium: Medium): MarkdownString {
  return tooltipOf(mediumLabel(medium), [
    ["Media", medium.id],
    ["Type", medium.type],
    ["Tags", medium.tags.length > 0 ? medium.tags.join(", ") : undefined],
    ...medium.uses.map(({ type, score }) => {
      const words = [analysisTypeLabel(type), ...(score ? [namedScore(score)] : [])];
      return ["Used by", words.join(", ")] as const;
    }),
    ["Created", timeOf(medium.createdAt)],
    ["Updated", timeOf(medium.updatedAt)],
    ["Link", medium.link ? `at ${medium.link.host}` : "none that a browser can open"],
  ]);
}
