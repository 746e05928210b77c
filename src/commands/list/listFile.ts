import type { Clock } from "../../base/clock";
import { csv, csvRow, type CsvValue } from "../../base/csv";
import { exactJson } from "../../base/exactJson";
import { ExactNumber } from "../../base/exactNumber";
import { member, type JsonObject } from "../../base/readJson";
import { inSlices } from "../../base/slices";
import type { OzFolder } from "../../oz/model/folder";
import type { FileType } from "../prompts/saveText";
import { COLUMNS, type ListRow } from "./listRow";

/** A row of a saved list with the chosen metadata of its folder. */
export interface SavedRow {
  readonly row: ListRow;
  /** By key, without those that the folder does not have. */
  readonly metaData: JsonObject;
}

/** A way to write the list. */
export interface ListFormat extends FileType {
  /**
   * What the file begins with.
   * @param keys of the metadata that was chosen
   */
  readonly head: (keys: readonly string[]) => string;
  /** One folder, with the line end. */
  readonly line: (row: SavedRow, keys: readonly string[]) => string;
}

/** For spreadsheets. */
export const CSV: ListFormat = {
  label: "CSV",
  extension: "csv",
  head: (keys) => csv([...COLUMNS, ...keys.map((key) => `meta_data.${key}`)], []),
  line: ({ row, metaData }, keys) =>
    csvRow([
      ...COLUMNS.map((column) => {
        const value = row[column];
        return typeof value === "object" && value !== null ? value.join(" ") : value;
      }),
      ...keys.map((key) => csvValue(member(metaData, key))),
    ]),
};

/** For programs: a JSON object on each line, with the types of Oz API. */
export const JSON_LINES: ListFormat = {
  label: "JSON Lines",
  extension: "jsonl",
  head: () => "",
  line: ({ row, metaData }, keys) =>
    `${exactJson(keys.length === 0 ? row : { ...row, meta_data: metaData }, "")}\n`,
};

/**
 * Writes the file in slices, see `inSlices`: 10,000 folders take some hundred milliseconds.
 * @param rows must not change meanwhile
 */
export async function writeList(
  { head, line }: ListFormat,
  rows: readonly SavedRow[],
  keys: readonly string[],
  clock: Pick<Clock, "elapsed" | "after">,
): Promise<string> {
  const parts = [head(keys)];
  await inSlices(rows, (row) => parts.push(line(row, keys)), clock);
  return parts.join("");
}

/** @returns the metadata of a folder that has one of the keys */
export function chosenMetaData({ metaData }: OzFolder, keys: readonly string[]): JsonObject {
  return Object.fromEntries(
    keys.filter((key) => metaData && Object.hasOwn(metaData, key)).map((key) => [key, metaData?.[key]]),
  );
}

/** A text and a number as they are, everything else as JSON. */
function csvValue(value: unknown): CsvValue {
  if (value === undefined || value === null) return null;
  const isPlain = typeof value === "string" || typeof value === "number" || value instanceof ExactNumber;
  return isPlain ? value : exactJson(value, "");
}
