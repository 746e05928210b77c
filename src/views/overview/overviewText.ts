import type { CsvValue } from "../../base/csv";
import { literalMarkdown, table } from "../text/markdown";
import type { PageModel } from "./page/model";

/** @returns the figures as Markdown; what a server wrote stays text */
export function overviewMarkdown({ title, sentences, mark, sections }: PageModel): string {
  const paragraph = (sentence: string): string => literalMarkdown(sentence, Infinity);
  const parts = sections.flatMap((section) => [
    `## ${paragraph(section.title)}`,
    ...section.sentences.map(paragraph),
    ...(section.shortcuts.length === 0
      ? []
      : [section.shortcuts.map(({ text }) => `- ${paragraph(text)}`).join("\n")]),
    ...(section.rows.length === 0
      ? []
      : [
          table(
            section.columns.map(paragraph),
            section.rows.map(({ cells }) => cells.map((cell) => paragraph(String(cell)))),
          ),
        ]),
  ]);
  const beside = [...(mark === undefined ? [] : [mark]), ...sentences].map(paragraph);
  return `${[`# ${paragraph(title)}`, ...beside, ...parts].join("\n\n")}\n`;
}

/** The columns of `overviewRows`. */
export const OVERVIEW_COLUMNS = ["section", "row", "column", "value"];

/** @returns every figure of the tables in a row of its own: section, row, column and value */
export function overviewRows({ sections }: PageModel): readonly (readonly CsvValue[])[] {
  return sections.flatMap(({ title, columns, rows }) =>
    rows.flatMap(({ cells }) => {
      const names = cells.slice(
        0,
        cells.findIndex((cell) => typeof cell === "number"),
      );
      return cells
        .slice(names.length)
        .map((value, index) => [title, names.join(" · "), columns[names.length + index] ?? "", value]);
    }),
  );
}
