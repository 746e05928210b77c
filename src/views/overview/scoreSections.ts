import * as l10n from "@vscode/l10n";
import { counted, joined } from "../../base/language";
import { MAX_NAMED_THRESHOLDS } from "../../base/limits";
import { scoreBins } from "../../folders/overview/bins";
import type { Overview } from "../../folders/overview/overview";
import { kindLabel } from "../../status/analysisType";
import { present } from "../../status/presentation";
import { NEAR_THRESHOLD } from "../../status/score";
import { folderCount } from "../text/folderText";
import { foldersColumn } from "./listSections";
import type { Section } from "./page/model";
import type { PartKeys } from "./partKeys";
import { rangeLabel } from "./timeSections";

/** The deciding scores of each kind of analysis that has them, with their thresholds. */
export function scoreSections({ scores }: Overview, keys: PartKeys): readonly Section[] {
  return scores.map(({ analysis, count, ranges, thresholds, near, nearByResult }) => {
    const parts = ranges.map((part) => keys.add(part));
    const labels = ranges.map(({ range }) => rangeLabel(range, String));
    const named = thresholds.slice(0, MAX_NAMED_THRESHOLDS);
    return {
      id: `scores-${analysis}`,
      title: l10n.t("Scores: {0}", kindLabel(analysis)),
      sentences: [
        counted(l10n.t("The deciding scores of {0} folder.|The deciding scores of {0} folders."), count),
        ...(named.length === 0
          ? [l10n.t("The replies name no thresholds.")]
          : [
              l10n.t(
                "Thresholds: {0}.",
                joined(named.map(({ value, count: folders }) => `${value} (${folderCount(folders)})`)),
              ),
            ]),
        ...(thresholds.length > named.length
          ? [
              counted(
                l10n.t("{0} rarer threshold is not shown.|{0} rarer thresholds are not shown."),
                thresholds.length - named.length,
              ),
            ]
          : []),
      ],
      shortcuts: [
        { text: nearInWords(near.count), part: keys.add(near) },
        ...nearByResult.map((part) => ({
          text: nearInWords(part.count, present(part.result).label),
          part: keys.add(part),
        })),
      ],
      chart: {
        labels,
        series: [{ label: foldersColumn(), values: ranges.map((one) => one.count), parts }],
        lines: named.map(({ value }) => ({ at: placeOf(value), label: String(value) })),
      },
      columns: [l10n.t("Score"), foldersColumn()],
      rows: ranges.map((one, index) => ({ cells: [labels[index] ?? "", one.count], part: parts[index] })),
    };
  });
}

/** @returns "Declined within 0.05 of a threshold: 12 folders" */
function nearInWords(count: number, result?: string): string {
  const distance = String(NEAR_THRESHOLD);
  return result === undefined
    ? counted(
        l10n.t("Within {1} of a threshold: {0} folder|Within {1} of a threshold: {0} folders"),
        count,
        distance,
      )
    : counted(
        l10n.t("{2} within {1} of a threshold: {0} folder|{2} within {1} of a threshold: {0} folders"),
        count,
        distance,
        result,
      );
}

/** @returns where a score is among the bars: 0 is the middle of the first one; beyond them at their ends */
function placeOf(value: number): number {
  const count = scoreBins.ranges.length;
  return Math.min(1, Math.max(0, value)) * count - 0.5;
}
