import * as l10n from "@vscode/l10n";
import { duration } from "../../base/duration";
import { counted, inDigits, joined } from "../../base/language";
import type { NumberRange } from "../../folders/filter/folderFilter";
import type { Overview } from "../../folders/overview/overview";
import { present } from "../../status/presentation";
import { EXPECTED_TIME } from "../../status/processingTime";
import { STATUSES } from "../../status/status";
import { dayOf, exactDate, exactMinute } from "../text/formatTime";
import { barStyle } from "./barStyle";
import { foldersColumn } from "./listSections";
import type { Section } from "./page/model";
import type { PartKeys } from "./partKeys";

const DAY = 86_400_000;

/** The results of the folders by the time of their creation. */
export function overTimeSection({ overTime, withoutCreation }: Overview, keys: PartKeys): Section {
  const occurring = STATUSES.filter((status) =>
    overTime.some(({ results }) => results.some(({ result }) => result === status)),
  );
  const [first, last] = [overTime[0]?.created.from, overTime.at(-1)?.created.to];
  const isOneDay = first !== undefined && last !== undefined && dayOf(first) === dayOf(last);
  const periods = overTime.map(({ created: { from, to }, results }) => {
    const isDays = to - from > DAY / 2;
    return {
      label: isDays ? exactDate(from) : exactMinute(from).slice(isOneDay ? -"00:00".length : 0),
      parts: new Map(results.map((part) => [part.result, { ...part, key: keys.add(part) }])),
    };
  });
  return {
    id: "overTime",
    title: l10n.t("Results over time"),
    sentences:
      withoutCreation === 0
        ? []
        : [
            counted(
              l10n.t(
                "Not counted: {0} folder without a creation time.|Not counted: {0} folders without a creation time.",
              ),
              withoutCreation,
            ),
          ],
    shortcuts: [],
    chart: {
      labels: periods.map(({ label }) => label),
      series: occurring.map((status) => ({
        label: present(status).label,
        style: barStyle(status),
        values: periods.map(({ parts }) => parts.get(status)?.count ?? 0),
        parts: periods.map(({ parts }) => parts.get(status)?.key),
      })),
      lines: [],
    },
    columns: [l10n.t("Created from"), l10n.t("Result"), foldersColumn()],
    rows: periods.flatMap(({ label, parts }) =>
      [...parts.values()].map(({ result, count, key }) => ({
        cells: [label, present(result).label, count],
        part: key,
      })),
    ),
  };
}

/** How long it took from the creation to the result. */
export function timesSection({ times }: Overview, keys: PartKeys): Section {
  const { count, ranges, percentiles, slow, withoutTimes, notEnded } = times;
  const labels = ranges.map(({ range }) => rangeLabel(range, duration));
  const parts = ranges.map((part) => keys.add(part));
  return {
    id: "times",
    title: l10n.t("Time to result"),
    sentences: [
      ...(percentiles
        ? [
            l10n.t(
              "Median {0}, 90th percentile {1}, 99th percentile {2}.",
              duration(percentiles.median),
              duration(percentiles.p90),
              duration(percentiles.p99),
            ),
          ]
        : []),
      l10n.t("Oz Forensics expects 90% of analyses to take at most {0}.", duration(EXPECTED_TIME)),
      ...notCounted(withoutTimes, notEnded),
    ],
    shortcuts:
      count === 0
        ? []
        : [
            {
              text: counted(
                l10n.t("{1} or longer: {2} of {0} folder|{1} or longer: {2} of {0} folders"),
                count,
                duration(EXPECTED_TIME),
                inDigits(slow.count),
              ),
              part: keys.add(slow),
            },
          ],
    chart: {
      labels,
      series: [{ label: foldersColumn(), values: ranges.map((one) => one.count), parts }],
      lines: [
        {
          at: ranges.findIndex(({ range }) => range.from === EXPECTED_TIME) - 0.5,
          label: duration(EXPECTED_TIME),
        },
      ],
    },
    columns: [l10n.t("Time to result"), foldersColumn()],
    rows: ranges.map((one, index) => ({ cells: [labels[index] ?? "", one.count], part: parts[index] })),
  };
}

function notCounted(withoutTimes: number, notEnded: number): readonly string[] {
  const reasons = [
    ...(withoutTimes > 0
      ? [counted(l10n.t("{0} folder without times|{0} folders without times"), withoutTimes)]
      : []),
    ...(notEnded > 0
      ? [counted(l10n.t("{0} folder that has not ended|{0} folders that have not ended"), notEnded)]
      : []),
  ];
  return reasons.length === 0 ? [] : [l10n.t("Not counted: {0}.", joined(reasons))];
}

/** @returns a range in short, such as "10 s – 20 s", "< 1 s" or "≥ 5 min" */
export function rangeLabel({ from, below }: NumberRange, write: (bound: number) => string): string {
  if (from === undefined) return `< ${write(below ?? 0)}`;
  return below === undefined ? `≥ ${write(from)}` : `${write(from)} – ${write(below)}`;
}
