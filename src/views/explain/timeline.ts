import * as l10n from "@vscode/l10n";
import { duration } from "../../base/duration";
import type { OzFolder } from "../../oz/model/folder";
import type { AnalysisResolution } from "../../status/resolution";
import { analysisInWords, analysisLabel } from "../text/analysisText";
import { shortTime, zonesInWords } from "../text/formatTime";
import { escapeMarkdown } from "../text/markdown";

/**
 * @param now epoch milliseconds
 * @returns the events whose times the reply has, in order, and the zone of these times, as Markdown
 */
export function timeline({ createdAt, updatedAt, resolution }: OzFolder, now: number): readonly string[] {
  const events: (readonly [number | undefined, string])[] = [
    [createdAt, l10n.t("Folder created")],
    ...resolution.groups.flatMap(({ createdAt: posted, analyses }) => [
      [posted, l10n.t("Posted: {0}", analyses.map(label).join(", "))] as const,
      ...analyses
        .filter(({ terminal }) => terminal)
        .map((analysis) => [analysis.updatedAt, ended(analysis)] as const),
    ]),
    [updatedAt, l10n.t("Folder last updated")],
  ];
  const timed = events
    .flatMap(([time, what]) => (time === undefined ? [] : [{ time, what }]))
    .sort((a, b) => a.time - b.time);
  if (timed.length === 0) return [];
  return [
    ...timed.map(({ time, what }) => `- ${shortTime(time, now)} ${what}`),
    `\n${zonesInWords(timed.map(({ time }) => time))}`,
  ];
}

/** @returns how an analysis ended, and after how long if its times are known, as Markdown */
function ended(analysis: AnalysisResolution): string {
  const { createdAt, updatedAt } = analysis;
  const result = escapeMarkdown(analysisInWords(analysis));
  return createdAt === undefined || updatedAt === undefined
    ? `${label(analysis)}: ${result}`
    : l10n.t("{0}: {1}, after {2}", label(analysis), result, duration(updatedAt - createdAt));
}

function label(analysis: AnalysisResolution): string {
  return escapeMarkdown(analysisLabel(analysis));
}
