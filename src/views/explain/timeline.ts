import { duration } from "../../base/duration";
import type { OzFolder } from "../../oz/model/folder";
import type { AnalysisResolution } from "../../status/resolution";
import { analysisInWords, analysisLabel } from "../text/analysisText";
import { shortTime, zoneOf } from "../text/formatTime";
import { joined } from "../text/joined";
import { escapeMarkdown } from "../text/markdown";

/**
 * @param now epoch milliseconds
 * @returns the events whose times the reply has, in order, and the zone of these times, as Markdown
 */
export function timeline({ createdAt, updatedAt, resolution }: OzFolder, now: number): readonly string[] {
  const label = (analysis: AnalysisResolution): string => escapeMarkdown(analysisLabel(analysis));
  const events: (readonly [number | undefined, string])[] = [
    [createdAt, "Folder created"],
    ...resolution.groups.flatMap(({ createdAt: posted, analyses }) => [
      [posted, `Posted: ${analyses.map(label).join(", ")}`] as const,
      ...analyses
        .filter(({ terminal }) => terminal)
        .map(
          (analysis) =>
            [
              analysis.updatedAt,
              `${label(analysis)}: ${escapeMarkdown(analysisInWords(analysis))}${taken(analysis)}`,
            ] as const,
        ),
    ]),
    [updatedAt, "Folder last updated"],
  ];
  const timed = events
    .flatMap(([time, what]) => (time === undefined ? [] : [{ time, what }]))
    .sort((a, b) => a.time - b.time);
  if (timed.length === 0) return [];
  const zones = [...new Set(timed.map(({ time }) => zoneOf(time)))];
  return [
    ...timed.map(({ time, what }) => `- ${shortTime(time, now)} ${what}`),
    `\nTimes are ${joined(zones)}.`,
  ];
}

/** @returns how long an analysis took; "" if its times are missing */
function taken({ createdAt, updatedAt }: AnalysisResolution): string {
  return createdAt === undefined || updatedAt === undefined
    ? ""
    : `, after ${duration(updatedAt - createdAt)}`;
}
