import { csv, type CsvValue } from "../../base/csv";
import { exactJson } from "../../base/exactJson";
import { ExactNumber } from "../../base/exactNumber";
import { member, type JsonObject } from "../../base/readJson";
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
  /** @param keys of the metadata that was chosen */
  readonly write: (rows: readonly SavedRow[], keys: readonly string[]) => string;
}

/** For spreadsheets. */
export const CSV: ListFormat = {
  label: "CSV",
  extension: "csv",
  write: (rows, keys) =>
    csv(
      [...COLUMNS, ...keys.map((key) => `meta_data.${key}`)],
      rows.map(({ row, metaData }) => [
        ...COLUMNS.map((column) => {
          const value = row[column];
          return typeof value === "object" && value !== null ? value.join(" ") : value;
        }),
        ...keys.map((key) => csvValue(member(metaData, key))),
      ]),
    ),
};

/** For programs: a JSON object on each line, with the types of Oz API. */
export const JSON_LINES: ListFormat = {
  label: "JSON Lines",
  extension: "jsonl",
  write: (rows, keys) =>
    rows
      .map(({ row, metaData }) => {
        const object = keys.length === 0 ? row : { ...row, meta_data: metaData };
        return `${exactJson(object, "")}\n`;
      })
      .join(""),
};

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
