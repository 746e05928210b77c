import type { ExactNumber } from "./exactNumber";

/** A value of a table; null leaves its cell empty. */
export type CsvValue = string | number | ExactNumber | null;

/** Without it, Excel reads UTF-8 in the machine's old code page. Libraries that read CSV know to skip it. */
const BYTE_ORDER_MARK = "\u{feff}";

/**
 * Where a spreadsheet may begin to read a formula: where a cell begins, or where one would begin for a program that separates
 * at semicolons or tabs, as Excel does in many countries. It looks for quotes at the beginning of a cell only, so quotes do
 * not help.
 */
const BEFORE_FORMULA = /(^ *|[;\t\r\n][" ]*)(?=[=+\-@＝＋－＠])/g;

/**
 * Writes a table for spreadsheets: CSV by RFC 4180, in UTF-8.
 * @param head the names of the columns
 * @param rows each with a value for each column. A text can be anybody's: an apostrophe before it keeps it from being a
 * formula
 */
export function csv(head: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return `${BYTE_ORDER_MARK}${[head, ...rows].map(csvRow).join("")}`;
}

/** @returns one row of `csv`, for a table that is written row by row */
export function csvRow(values: readonly CsvValue[]): string {
  return `${values.map(cell).join(",")}\r\n`;
}

function cell(value: CsvValue): string {
  if (value === null) return "";
  // A number is no formula, even a negative one.
  if (typeof value !== "string") return String(value);
  // Excel skips a tab or line end at the beginning of a cell.
  const text = value.replace(BEFORE_FORMULA, "$1'").replace(/^[\t\r\n]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
