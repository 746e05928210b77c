import type { MetaDataCondition } from "../../folders/filter/folderFilter";
import { conditionInWords } from "../../views/text/filterInWords";
import { UserError } from "../userError";

/**
 * Reads conditions as people write them: `key == value`, several joined by `&&`.
 * @returns none for a blank text
 * @throws UserError for a part that is no condition
 */
export function parseMetaData(text: string): readonly MetaDataCondition[] {
  if (text.trim() === "") return [];
  return text.split("&&").map((part) => {
    const [key = "", ...rest] = part.split("==");
    const condition = { key: key.trim(), value: rest.join("==").trim() };
    if (condition.key === "" || condition.value === "") {
      throw new UserError("Write a condition like order_id == 42; join several by &&.");
    }
    return condition;
  });
}

/** @returns what `parseMetaData` reads as those conditions */
export function metaDataText(conditions: readonly MetaDataCondition[]): string {
  return conditions.map(conditionInWords).join(" && ");
}
