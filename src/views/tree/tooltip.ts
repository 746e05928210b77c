import { MarkdownString } from "vscode";
import { duration } from "../../base/duration";
import { MAX_TOOLTIP_ANALYSES, MAX_TOOLTIP_LINE, MAX_USES } from "../../base/limits";
import type { OzFolder } from "../../oz/model/folder";
import type { Medium } from "../../oz/model/media";
import { analysisTypeLabel } from "../../status/analysisType";
import type { Finding } from "../../status/finding";
import { timeTaken, usualInWords, type TimeLimits } from "../../status/processingTime";
import type { AnalysisResolution, FolderResolution, GroupResolution } from "../../status/resolution";
import { decidingGroup } from "../../status/statusFromAnalyses";
import type { ShownFindings } from "../shownFindings";
import { analysisInWords, analysisLabel, presentAnalysis } from "../text/analysisText";
import { scoresByFile } from "../text/fileScores";
import { differingResult, SEVERITY_NAMES } from "../text/folderText";
import { zonedTime } from "../text/formatTime";
import { groupFacts, presentGroup } from "../text/groupText";
import { escapeMarkdown, escapeSentence } from "../text/markdown";
import { mediumLabel } from "../text/mediumText";
import { scoresInWords, scoreInWords } from "../text/scoreText";
import { verdict } from "../text/verdict";

/** A line of a tooltip; left out if it has no value. */
export type TooltipLine = readonly [name: string, value: string | undefined];

/** A heading, and a line for each name and value. All may come from a server and are escaped here. */
function tooltipOf(heading: string, lines: readonly TooltipLine[]): MarkdownString {
  const markdown = new MarkdownString(`**${escapeSentence(heading)}**`);
  for (const [name, value] of lines) {
    if (value !== undefined)
      markdown.appendMarkdown(
        `  \n${escapeMarkdown(name)}: ${escapeMarkdown(value, { limit: MAX_TOOLTIP_LINE })}`,
      );
  }
  return markdown;
}

function timeOf(milliseconds: number | undefined): string | undefined {
  return milliseconds === undefined ? undefined : zonedTime(milliseconds);
}

export function findingLines(findings: readonly Finding[]): readonly TooltipLine[] {
  return findings.map(({ severity, message }) => [SEVERITY_NAMES[severity], message]);
}

/** The statuses that the server wrote, at their members. */
function wordLines(words: Readonly<Record<string, string | undefined>>): readonly TooltipLine[] {
  return Object.entries(words).map(([name, word]) => [name, word]);
}

/**
 * @returns how long a folder's analyses took and from when, as the folder itself is created before and updated after
 * them; or since when it has been running. And what is usual. Not for how long it runs: VS Code shows a tooltip again,
 * unchanged, until its row is redrawn
 */
function timeLine(resolution: FolderResolution, { usualTime }: TimeLimits): TooltipLine {
  const { processingSince, groups } = resolution;
  const taken = timeTaken(resolution);
  const from = timeOf(decidingGroup(resolution)?.createdAt) ?? "";
  const time = taken === undefined ? timeOf(processingSince) : `${duration(taken)} from ${from}`;
  const usual = usualTime === undefined ? "" : `; ${usualInWords(usualTime)}`;
  return [
    taken === undefined ? "Running since" : groups.length > 1 ? "Last group took" : "Analyses took",
    time === undefined ? undefined : `${time}${usual}`,
  ];
}

/** Shows a folder: why it has its result, what its server said, its times and findings; further lines before these. */
export type FolderTooltip = (folder: OzFolder, more?: readonly TooltipLine[]) => MarkdownString;

/**
 * @param findings gives those that the user wants to see
 * @param limits what times are compared with now
 */
export function folderTooltips(findings: ShownFindings, limits: () => TimeLimits): FolderTooltip {
  return ({ id, resolution, createdAt, updatedAt, operatorComment }, more = []) => {
    const timeLimits = limits();
    return tooltipOf(verdict(resolution, timeLimits.now), [
      ["Folder", id],
      ...wordLines(resolution.words),
      ["operator_comment", operatorComment],
      ["Analyses", resolution.analysisCount?.toLocaleString("en") ?? "not in the reply"],
      ["Computed from analyses", differingResult(resolution)],
      ["Created", timeOf(createdAt)],
      ["Updated", timeOf(updatedAt)],
      timeLine(resolution, timeLimits),
      ...more,
      ...findingLines(findings(resolution)),
    ]);
  };
}

/** @param folder the one that the group belongs to */
export function groupTooltip(group: GroupResolution, { resolution }: OzFolder): MarkdownString {
  const { id, inferred, createdAt, analyses } = group;
  const more = analyses.length - MAX_TOOLTIP_ANALYSES;
  return tooltipOf(presentGroup(group).label, [
    ["Group", inferred ? "inferred from creation times" : id],
    ["Posted", timeOf(createdAt)],
    ["Result", [presentGroup(group).label, ...groupFacts(group, resolution, zonedTime)].join(", ")],
    ...analyses
      .slice(0, MAX_TOOLTIP_ANALYSES)
      .map((analysis): TooltipLine => [analysisLabel(analysis), analysisInWords(analysis)]),
    ["…", more > 0 ? `${more} more, each with a row` : undefined],
  ]);
}

/**
 * @param folder the one that the analysis belongs to
 * @param more further lines
 */
export function analysisTooltip(
  analysis: AnalysisResolution,
  folder: OzFolder,
  more: readonly TooltipLine[] = [],
): MarkdownString {
  const { id, type, words, error, createdAt, updatedAt, terminal } = analysis;
  const measured = scoresInWords(analysis);
  const { resolution, ...otherWords } = words;
  const isRepeated = resolution === words.resolution_status;
  return tooltipOf(`${analysisLabel(analysis)}: ${presentAnalysis(analysis).label}`, [
    ["Analysis", id],
    ["Type", type],
    ...wordLines(isRepeated ? otherWords : words),
    ["Score", measured === "" ? undefined : measured],
    ...scoresByFile(folder.json, analysis).map(([file, words]): TooltipLine => [`File ${file}`, words]),
    ["Error", error && [error.code, error.message].filter((part) => part !== undefined).join(": ")],
    ["Created", timeOf(createdAt)],
    ["Updated", timeOf(updatedAt)],
    [
      "Took",
      terminal && createdAt !== undefined && updatedAt !== undefined
        ? duration(updatedAt - createdAt)
        : undefined,
    ],
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
      const words = [analysisTypeLabel(type), ...(score ? [scoreInWords(score)] : [])];
      return ["Used by", words.join(", ")] as const;
    }),
    ["…", medium.uses.length < MAX_USES ? undefined : "earlier analyses, if any, are in the JSON"],
    ["Created", timeOf(medium.createdAt)],
    ["Updated", timeOf(medium.updatedAt)],
    ["Link", medium.link ? `at ${medium.link.host}` : "none that a browser can open"],
  ]);
}
