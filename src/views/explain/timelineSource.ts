import * as l10n from "@vscode/l10n";
import { duration } from "../../base/duration";
import type { OzFolder } from "../../oz/model/folder";
import { analysisLabel, presentAnalysis } from "../text/analysisText";
import { shortTime } from "../text/formatTime";
import { timelineBars, type Bar } from "./timelineBars";

/** The language of the code block that the preview shows as a picture. */
export const TIMELINE = "oz-timeline";

/**
 * Writes when the analyses of a folder began and ended as a code block, which `drawTimelines` makes a picture of. Who reads
 * the source, or has it in another program, reads the same in words: the ends of the axis, then a line for each analysis
 * with where its bar begins and ends, its status and a label, and an empty line between groups.
 * @param now epoch milliseconds
 * @returns Markdown; undefined if the reply has no times
 */
export function timelineSource({ resolution, receivedAt }: OzFolder, now: number): string | undefined {
  const bars = timelineBars(resolution.groups, receivedAt ?? now);
  if (!bars) return undefined;
  const axis = `${shortTime(bars.from, now)} – ${shortTime(bars.to, now)}`;
  const groups = bars.groups.map((group) => group.map(lineOf).join("\n"));
  return `\`\`\`${TIMELINE}\n${[axis, ...groups].join("\n\n")}\n\`\`\``;
}

/** @returns for example "0%–57.1% SUCCESS Liveness · Success · 4 s", with "?" for what is unknown and "→" while it runs */
function lineOf({ analysis, begin, end }: Bar): string {
  const ends = [begin, end].map((one) =>
    one === undefined ? "?" : one === "running" ? "→" : `${Number(one.toFixed(1))}%`,
  );
  return `${ends.join("–")} ${analysis.result} ${labelOf(analysis, begin, end)}`;
}

function labelOf(analysis: Bar["analysis"], begin: Bar["begin"], end: Bar["end"]): string {
  const { createdAt, updatedAt } = analysis;
  const isTimed = begin !== undefined && typeof end === "number";
  return [
    analysisLabel(analysis),
    presentAnalysis(analysis).label,
    ...(isTimed && createdAt !== undefined && updatedAt !== undefined
      ? [duration(updatedAt - createdAt)]
      : []),
    ...(begin === undefined
      ? [
          l10n.t({
            message: "start unknown",
            comment: "Of an analysis in a timeline, after its name and result",
          }),
        ]
      : []),
    ...(end === undefined
      ? [
          l10n.t({
            message: "end unknown",
            comment: "Of an analysis in a timeline, after its name and result",
          }),
        ]
      : []),
  ].join(" · ");
}
