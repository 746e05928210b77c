import * as l10n from "@vscode/l10n";
import { ThemeIcon, window } from "vscode";
import { counted } from "../../base/language";
import { MAX_MARK } from "../../base/limits";
import { plainText } from "../../base/plainText";
import type { SavedConnection } from "../../connections/savedConnection";
import { connectionInWords, markInWords } from "../../views/text/connectionText";
import { UserError, type Command } from "../command";
import { askText } from "../prompts/askText";
import { askConnection } from "./askConnection";

const title = (): string => l10n.t("Mark Connection");

/**
 * Marks a connection with a word, such as "Production", that is shown beside its name.
 * @param argument its ID; asked for if missing
 */
export const markConnection: Command = async (services, argument) => {
  const { connections } = services;
  const saved = connections.all.find(({ id }) => id === argument) ?? (await askConnection(services, title()));
  const mark = saved && (await askMark(saved));
  if (saved && mark !== undefined)
    await connections.rename(saved.id, { mark: mark === "" ? undefined : mark });
};

/** @returns a word, "" for no mark; undefined if cancelled */
async function askMark(saved: SavedConnection): Promise<string | undefined> {
  const words = [
    l10n.t({ message: "Production", comment: "A word that marks the connection to a server in use" }),
    l10n.t({ message: "Test", comment: "A word that marks the connection to a server for tests" }),
  ].map((label) => ({ label, iconPath: new ThemeIcon("tag") }));
  const other = { label: l10n.t("Other…"), iconPath: new ThemeIcon("edit") };
  const none = { label: l10n.t("No mark"), iconPath: new ThemeIcon("circle-slash") };
  const picked = await window.showQuickPick([...words, other, ...(markInWords(saved) === "" ? [] : [none])], {
    title: title(),
    placeHolder: l10n.t("Word to show beside {0}", connectionInWords(saved)),
  });
  if (picked === other) return askWord(saved);
  return picked === none ? "" : picked?.label;
}

function askWord(saved: SavedConnection): Promise<string | undefined> {
  return askText({
    title: title(),
    prompt: l10n.t("Word to show beside the connection, such as EU or Load test"),
    value: markInWords(saved),
    accept: (text) => {
      const word = plainText(text);
      if (word === "") throw new UserError(l10n.t("Enter a word."));
      if (word.length > MAX_MARK)
        throw new UserError(
          counted(l10n.t("Enter at most {0} character.|Enter at most {0} characters."), MAX_MARK),
        );
      return word;
    },
  });
}
