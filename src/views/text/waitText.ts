import * as l10n from "@vscode/l10n";
import { counted } from "../../base/language";
import { MAX_NAME } from "../../base/limits";
import { plainText } from "../../base/plainText";
import { isEmpty } from "../../folders/filter/folderFilter";
import type { Wait, WaitedFor } from "../../folders/watch/wait";
import { filterInWords } from "./filterInWords";
import { shortTime } from "./formatTime";

/**
 * @returns the folders that are waited for, as plain text: "all folders", "any folder" if one ends the wait,
 * "Declined, order_id == 42", a filter's name
 */
export function awaitedInWords({ filter, name, once }: WaitedFor): string {
  if (isEmpty(filter))
    return once
      ? l10n.t({
          message: "any folder",
          comment: "Which folder is waited for, of which the first ends the wait",
        })
      : l10n.t({ message: "all folders", comment: "Which folders are waited for" });
  return name === undefined ? filterInWords(filter) : plainText(name, MAX_NAME);
}

/**
 * @param now epoch milliseconds
 * @returns that new folders are waited for, which ones, until when, and how many have arrived, in sentences of plain text
 */
export function waitSentences(wait: Wait, now: number): readonly string[] {
  const { filter, arrived, once } = wait;
  const until = shortTime(wait.until, now);
  return [
    isEmpty(filter)
      ? l10n.t({
          message: "Waiting for the next folder until {0}.",
          args: [until],
          comment: "{0} is a time of day: “15:04:00”",
        })
      : l10n.t({
          message: "Waiting until {0} for the next folder that matches “{1}”.",
          args: [until, awaitedInWords(wait)],
          comment: "{0} is a time of day, {1} a filter: “15:04:00”, “Declined, order_id == 42”",
        }),
    ...(arrived.length > 0
      ? [counted(l10n.t("{0} folder has arrived.|{0} folders have arrived."), arrived.length)]
      : []),
    ...(once ? [l10n.t("The first one ends the wait.")] : []),
  ];
}
