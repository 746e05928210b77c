import * as l10n from "@vscode/l10n";
import { counted, inDigits } from "../../base/language";
import type { Overview } from "../../folders/overview/overview";
import { errorsSection, findingsSection, resultsSection } from "./listSections";
import type { Frame } from "./overviewFrame";
import type { PageModel, Section } from "./page/model";
import type { PartKeys } from "./partKeys";
import { scoreSections } from "./scoreSections";
import { overTimeSection, timesSection } from "./timeSections";

/**
 * Puts the figures into words.
 * @param hidden the codes of findings to hide
 * @param keys receives the folders behind each figure
 */
export function overviewModel(
  overview: Overview,
  frame: Frame,
  hidden: readonly string[],
  keys: PartKeys,
): PageModel {
  const { count } = overview;
  const { sentences, mark } = frame;
  const none: readonly Section[] = [];
  return {
    title: titleOf(count, frame),
    sentences: count === 0 ? [...sentences, l10n.t("There are no folders to sum up yet.")] : sentences,
    mark,
    sections:
      count === 0
        ? none
        : [
            resultsSection(overview, keys),
            overTimeSection(overview, keys),
            timesSection(overview, keys),
            ...scoreSections(overview, keys),
            errorsSection(overview, keys),
            findingsSection(overview, hidden, keys),
          ],
    words: {
      copy: l10n.t("Copy as Markdown"),
      save: l10n.t("Save as CSV…"),
      showFigures: l10n.t("Show Figures"),
      hideFigures: l10n.t("Hide Figures"),
      show: l10n.t("Show these folders in the list"),
    },
  };
}

function titleOf(count: number, { name, total }: Frame): string {
  if (total !== undefined)
    return counted(
      l10n.t("Overview of {1} of {0} folder|Overview of {1} of {0} folders"),
      total,
      inDigits(count),
    );
  if (name === undefined)
    return counted(l10n.t("Overview of {0} loaded folder|Overview of {0} loaded folders"), count);
  return name === ""
    ? counted(l10n.t("Overview of {0} folder|Overview of {0} folders"), count)
    : counted(l10n.t("Overview of {0} folder: {1}|Overview of {0} folders: {1}"), count, name);
}

/** @returns the model with all counts in the digits of the language, for the page */
export function inLanguageDigits(model: PageModel): PageModel {
  const digits = (cell: string | number): string => (typeof cell === "number" ? inDigits(cell) : cell);
  const sections = model.sections.map((section) => ({
    ...section,
    rows: section.rows.map((row) => ({ ...row, cells: row.cells.map(digits) })),
  }));
  return { ...model, sections };
}
