import * as l10n from "@vscode/l10n";
import type { OzFolder } from "../../oz/model/folder";
import type { AnalysisResolution, GroupResolution } from "../../status/resolution";
import { analysisLabel, errorInWords, presentAnalysis } from "../text/analysisText";
import { scoresByFile } from "../text/fileScores";
import { shortTime } from "../text/formatTime";
import { groupFacts, groupLabel, presentGroup } from "../text/groupText";
import { code, escapeMarkdown, table } from "../text/markdown";
import { scoresInWords } from "../text/scoreText";

/**
 * @param now epoch milliseconds
 * @returns a folder's analyses as Markdown: a table for each group, newest first, under a heading if there are several
 */
export function analysesByGroup(folder: OzFolder, now: number): readonly string[] {
  const { computed, groups } = folder.resolution;
  if (!computed) return [l10n.t("The reply does not include the analyses.")];
  if (groups.length === 0) return [l10n.t("The folder has no analyses.")];
  return [
    ...groups.toReversed().flatMap((group) => [...heading(group, folder, now), analysesTable(group, folder)]),
  ];
}

function heading(group: GroupResolution, { resolution }: OzFolder, now: number): readonly string[] {
  const { inferred } = group;
  if (resolution.groups.length === 1) return inferred ? [l10n.t("Group inferred from creation times.")] : [];
  const facts = [
    ...groupFacts(group, resolution, (time) => shortTime(time, now)),
    ...(inferred ? [l10n.t("inferred from creation times")] : []),
  ];
  const title = `### ${groupLabel(group, now)}: ${escapeMarkdown(presentGroup(group).label)}`;
  return facts.length === 0 ? [title] : [title, facts.join(" · ")];
}

function analysesTable({ analyses }: GroupResolution, folder: OzFolder): string {
  const rows = analyses.map((analysis) => [
    escapeMarkdown(analysisLabel(analysis)),
    analysis.words.state === undefined ? "" : code(analysis.words.state),
    escapeMarkdown(presentAnalysis(analysis).label),
    escapeMarkdown(measured(analysis)),
    byFile(analysis, folder),
  ]);
  const head = [l10n.t("Analysis"), "`state`", l10n.t("Result"), l10n.t("Score or error"), l10n.t("By file")];
  // Most analyses have a score for one file at most.
  const isByFile = rows.some((row) => row.at(-1) !== "");
  return isByFile
    ? table(head, rows)
    : table(
        head.slice(0, -1),
        rows.map((row) => row.slice(0, -1)),
      );
}

function measured(analysis: AnalysisResolution): string {
  return [scoresInWords(analysis), errorInWords(analysis)].filter((part) => part !== "").join("; ");
}

function byFile(analysis: AnalysisResolution, folder: OzFolder): string {
  return scoresByFile(folder.json, analysis)
    .map((words) => words.map((word) => escapeMarkdown(word)).join(": "))
    .join("<br>");
}
