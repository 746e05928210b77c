import * as l10n from "@vscode/l10n";
import type { MetaDataCondition } from "../../folders/filter/folderFilter";
import { conditionInWords } from "../../views/text/filterInWords";
import { UserError } from "../command";
import { askText } from "../prompts/askText";

/**
 * Asks which metadata to filter by.
 * @param current the conditions to edit
 * @returns undefined if cancelled
 */
export function askMetaData(
  title: string,
  current: readonly MetaDataCondition[],
): Promise<readonly MetaDataCondition[] | undefined> {
  return askText({
    title,
    prompt: l10n.t("Exact value; combine conditions with &&"),
    placeholder: "order_id == 42",
    value: metaDataText(current),
    accept: parseMetaData,
  });
}

/**
 * Parses conditions like `order_id == 42`, combined with `&&`.
 * @returns an empty list for blank text
 * @throws UserError if a part is not a condition
 */
export function parseMetaData(text: string): readonly MetaDataCondition[] {
  if (text.trim() === "") return [];
  return text.split("&&").map((part) => {
    const [key = "", ...rest] = part.split("==");
    const condition = { key: key.trim(), value: rest.join("==").trim() };
    if (condition.key === "" || condition.value === "") {
      throw new UserError(l10n.t("Enter a condition like order_id == 42. Combine several with &&."));
    }
    return condition;
  });
}

/** @returns the conditions as text that `parseMetaData` accepts */
export function metaDataText(conditions: readonly MetaDataCondition[]): string {
  return conditions.map(conditionInWords).join(" && ");
}
