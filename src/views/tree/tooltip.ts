import * as l10n from "@vscode/l10n";
import { MarkdownString } from "vscode";
import { duration } from "../../base/duration";
import { counted, inDigits } from "../../base/language";
import { MAX_TOOLTIP_ANALYSES, MAX_TOOLTIP_LINE, MAX_USES } from "../../base/limits";
import type { OzFolder } from "../../oz/model/folder";
import type { Medium } from "../../oz/model/media";
import { analysisTypeLabel } from "../../status/analysisType";
import type { Finding } from "../../status/finding";
import { timeTaken, usualInWords, type TimeLimits } from "../../status/processingTime";
import type { AnalysisResolution, FolderResolution, GroupResolution } from "../../status/resolution";
import { decidingGroup, isWaiting } from "../../status/statusFromAnalyses";
import type { ShownFindings } from "../shownFindings";
import { analysisInWords, analysisLabel, presentAnalysis } from "../text/analysisText";
import { scoresByFile } from "../text/fileScores";
import { differingResult, severityName } from "../text/folderText";
import { zonedTime } from "../text/formatTime";
import { groupFacts, presentGroup } from "../text/groupText";
import { escapeMarkdown, escapeSentence } from "../text/markdown";
import { mediumLabel } from "../text/mediumText";
import { scoresInWords, scoreInWords } from "../text/scoreText";
import { untoldFindings } from "../text/untoldFindings";
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
  return findings.map(({ severity, message }) => [severityName(severity), message]);
}

/** The statuses that the server wrote, at their members. */
function wordLines(words: Readonly<Record<string, string | undefined>>): readonly TooltipLine[] {
  return Object.entries(words).map(([name, word]) => [name, word]);
}

/**
 * @returns when a folder's analyses were posted and how long they took, as the folder itself is created before and updated
 * after them; or since when it has been running. And what is usual. Not for how long it runs: VS Code shows a tooltip again,
 * unchanged, until its row is redrawn
 */
function timeLines(resolution: FolderResolution, { usualTime }: TimeLimits): readonly TooltipLine[] {
  const { processingSince, groups } = resolution;
  const taken = timeTaken(resolution);
  const posted = timeOf(decidingGroup(resolution)?.createdAt);
  const running: TooltipLine = [l10n.t("Running since"), timeOf(processingSince)];
  const ended: readonly TooltipLine[] =
    groups.length > 1
      ? [
          [l10n.t("Last finished group posted"), posted],
          [l10n.t("Last finished group took"), taken === undefined ? undefined : duration(taken)],
        ]
      : [
          [l10n.t("Analyses posted"), posted],
          [l10n.t("Analyses took"), taken === undefined ? undefined : duration(taken)],
        ];
  const isKnown = taken !== undefined || processingSince !== undefined;
  return [
    ...(taken === undefined ? [running] : ended),
    [l10n.t("Usual time"), isKnown && usualTime !== undefined ? usualInWords(usualTime) : undefined],
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
    const { analysisCount } = resolution;
    const told = verdict(resolution, timeLimits.now);
    return tooltipOf(told, [
      [l10n.t("Folder"), id],
      ...wordLines(resolution.words),
      ["operator_comment", operatorComment],
      [
        l10n.t("Analyses"),
        analysisCount === undefined ? l10n.t("not in the reply") : inDigits(analysisCount),
      ],
      [l10n.t("Computed from analyses"), differingResult(resolution)],
      [l10n.t("Created"), timeOf(createdAt)],
      [l10n.t("Updated"), timeOf(updatedAt)],
      ...timeLines(resolution, timeLimits),
      ...more,
      ...findingLines(untoldFindings(findings(resolution), resolution, told)),
    ]);
  };
}

/** @param folder the one that the group belongs to */
export function groupTooltip(group: GroupResolution, { resolution }: OzFolder): MarkdownString {
  const { id, inferred, createdAt, analyses } = group;
  const more = analyses.length - MAX_TOOLTIP_ANALYSES;
  return tooltipOf(presentGroup(group).label, [
    [l10n.t("Group"), inferred ? l10n.t("inferred from creation times") : id],
    [l10n.t("Posted"), timeOf(createdAt)],
    [l10n.t("Result"), [presentGroup(group).label, ...groupFacts(group, resolution, zonedTime)].join(", ")],
    ...analyses
      .slice(0, MAX_TOOLTIP_ANALYSES)
      .map((analysis): TooltipLine => [analysisLabel(analysis), analysisInWords(analysis)]),
    [
      "…",
      more > 0 ? counted(l10n.t("{0} more, each with a row|{0} more, each with a row"), more) : undefined,
    ],
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
  const { id, type, words, error, createdAt, updatedAt, terminal, running } = analysis;
  const measured = scoresInWords(analysis);
  const { resolution, ...otherWords } = words;
  const isRepeated = resolution === words.resolution_status;
  return tooltipOf(`${analysisLabel(analysis)}: ${presentAnalysis(analysis).label}`, [
    [l10n.t("Analysis"), id],
    [l10n.t("Type"), type],
    ...wordLines(isRepeated ? otherWords : words),
    [l10n.t("Score"), measured === "" ? undefined : measured],
    ...scoresByFile(folder.json, analysis).map(([file, words]): TooltipLine => [
      l10n.t("File {0}", file),
      words,
    ]),
    [l10n.t("Error"), error && [error.code, error.message].filter((part) => part !== undefined).join(": ")],
    [l10n.t("Created"), timeOf(createdAt)],
    [l10n.t("Updated"), timeOf(updatedAt)],
    [
      l10n.t("Took"),
      terminal && createdAt !== undefined && updatedAt !== undefined
        ? duration(updatedAt - createdAt)
        : undefined,
    ],
    // See `timeLines`. One that waits was only posted.
    [l10n.t("Running since"), running && !isWaiting(analysis) ? timeOf(createdAt) : undefined],
    ...more,
  ]);
}

/** Shows only the host of the file's link, because anyone who has the whole link can see the file. */
export function mediumTooltip(medium: Medium): MarkdownString {
  return tooltipOf(mediumLabel(medium), [
    [l10n.t({ message: "Media", comment: "Of one file: before its ID" }), medium.id],
    [l10n.t("Type"), medium.type],
    [l10n.t("Tags"), medium.tags.length > 0 ? medium.tags.join(", ") : undefined],
    ...medium.uses.map(({ type, score }) => {
      const words = [analysisTypeLabel(type), ...(score ? [scoreInWords(score)] : [])];
      return [l10n.t("Used by"), words.join(", ")] as const;
    }),
    ["…", medium.uses.length < MAX_USES ? undefined : l10n.t("earlier analyses, if any, are in the JSON")],
    [l10n.t("Created"), timeOf(medium.createdAt)],
    [l10n.t("Updated"), timeOf(medium.updatedAt)],
    [
      l10n.t("Link"),
      medium.link ? l10n.t("at {0}", medium.link.host) : l10n.t("none that a browser can open"),
    ],
  ]);
}
