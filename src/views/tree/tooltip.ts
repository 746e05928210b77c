import { MarkdownString } from "vscode";
import type { OzFolder } from "../../oz/model/folder";
import type { Medium } from "../../oz/model/media";
import { analysisTypeLabel } from "../../status/analysisType";
import type { Finding } from "../../status/finding";
import { present } from "../../status/presentation";
import type { AnalysisResolution, FolderResolution } from "../../status/resolution";
import { analysisInWords, presentAnalysis } from "../text/analysisText";
import { escapeMarkdown } from "../text/escapeMarkdown";
import { presentFolder, resultInWords } from "../text/folderText";
import { exactTime } from "../text/formatTime";
import { mediumLabel } from "../text/mediumText";
import { namedScore } from "../text/namedScore";

/** A heading and lines of names with values. All texts may come from a server: they are escaped here. */
function sheet(heading: string, lines: readonly (readonly [string, string | undefined])[]): MarkdownString {
  const markdown = new MarkdownString(`**${escapeMarkdown(heading)}**`);
  for (const [name, value] of lines) {
    if (value !== undefined) markdown.appendMarkdown(`  \n${name}: ${escapeMarkdown(value)}`);
  }
  return markdown;
}

function moment(milliseconds: number | undefined): string | undefined {
  return milliseconds === undefined ? undefined : exactTime(milliseconds);
}

/** @returns a line for each finding */
export function findingLines(findings: readonly Finding[]): readonly (readonly [string, string])[] {
  return findings.map(({ message }) => ["⚠", message] as const);
}

/** @returns the server's word beside ours, where ours differs */
function computedWhereDifferent({ computed, result }: FolderResolution): string | undefined {
  return computed && computed.result !== result ? present(computed.result).label : undefined;
}

/**
 * What hovering a folder tells.
 * @param findings those that the user wants to see
 * @param history lines of names with values that say what was seen of it
 */
export function folderTooltip(
  { id, resolution, createdAt, updatedAt }: OzFolder,
  findings: readonly Finding[],
  history: readonly (readonly [string, string])[] = [],
): MarkdownString {
  return sheet(presentFolder(resolution).label, [
    ["Folder", id],
    ["Result", resultInWords(resolution)],
    ["system\\_resolution", resolution.resultSource === "server" ? resolution.rawResult : undefined],
    ["resolution\\_status", resolution.rawStatus],
    ["Result of its analyses", computedWhereDifferent(resolution)],
    ["Created", moment(createdAt)],
    ["Updated", moment(updatedAt)],
    ...history,
    ...findingLines(findings),
  ]);
}

/**
 * What hovering an analysis tells.
 * @param more lines of names with values
 */
export function analysisTooltip(
  analysis: AnalysisResolution,
  more: readonly (readonly [string, string])[] = [],
): MarkdownString {
  const error = analysis.error;
  return sheet(`${analysisTypeLabel(analysis.type)}: ${presentAnalysis(analysis).label}`, [
    ["Analysis", analysis.id],
    ["Type", analysis.type],
    ["Result", analysisInWords(analysis)],
    ["resolution\\_status", analysis.rawResult],
    ...analysis.scores.map(({ name, value }) => [name.replaceAll("_", "\\_"), String(value)] as const),
    ["Error", error && [error.code, error.message].filter((part) => part !== undefined).join(": ")],
    ["Created", moment(analysis.createdAt)],
    ["Updated", moment(analysis.updatedAt)],
    ...more,
  ]);
}

/** What hovering a file tells. Of its link only the host: whoever has the rest may see the file. */
export function mediumTooltip(medium: Medium): MarkdownString {
  return sheet(mediumLabel(medium), [
    ["Media", medium.id],
    ["Type", medium.type],
    ["Tags", medium.tags.length > 0 ? medium.tags.join(", ") : undefined],
    ...medium.uses.map(({ type, score }) => {
      const words = [analysisTypeLabel(type), ...(score ? [namedScore(score)] : [])];
      return ["Used by", words.join(", ")] as const;
    }),
    ["Created", moment(medium.createdAt)],
    ["Updated", moment(medium.updatedAt)],
    ["Link", medium.link ? `at ${medium.link.host}` : "none that a browser opens"],
  ]);
}
