import { ThemeIcon, window, type QuickPickItem } from "vscode";
import { MAX_MARK } from "../../base/limits";
import { plainText } from "../../base/plainText";
import type { SavedConnection } from "../../connections/savedConnection";
import { connectionInWords, markInWords } from "../../views/text/connectionText";
import { UserError, type Command } from "../command";
import { askText } from "../prompts/askText";
import { askConnection } from "./askConnection";

const TITLE = "Mark Connection";

/** The words that are offered. */
const WORDS = ["Production", "Test"];

const OTHER: QuickPickItem = { label: "Other…", iconPath: new ThemeIcon("edit") };
const NONE: QuickPickItem = { label: "No mark", iconPath: new ThemeIcon("circle-slash") };

/**
 * Marks a connection with a word, such as "Production", that is shown beside its name.
 * @param argument its ID; asked for if missing
 */
export const markConnection: Command = async (services, argument) => {
  const { connections } = services;
  const saved = connections.all.find(({ id }) => id === argument) ?? (await askConnection(services, TITLE));
  const mark = saved && (await askMark(saved));
  if (saved && mark !== undefined)
    await connections.rename(saved.id, { mark: mark === "" ? undefined : mark });
};

/** @returns a word, "" for no mark; undefined if cancelled */
async function askMark(saved: SavedConnection): Promise<string | undefined> {
  const words = WORDS.map((label) => ({ label, iconPath: new ThemeIcon("tag") }));
  const items = [...words, OTHER, ...(markInWords(saved) === "" ? [] : [NONE])];
  const picked = await window.showQuickPick(items, {
    title: TITLE,
    placeHolder: `Word to show beside ${connectionInWords(saved)}`,
  });
  if (picked === OTHER) return askWord(saved);
  return picked === NONE ? "" : picked?.label;
}

function askWord(saved: SavedConnection): Promise<string | undefined> {
  return askText({
    title: TITLE,
    prompt: "Word to show beside the connection, such as EU or Load test",
    value: markInWords(saved),
    accept: (text) => {
      const word = plainText(text);
      if (word === "") throw new UserError("Enter a word.");
      if (word.length > MAX_MARK) throw new UserError(`Enter at most ${MAX_MARK} characters.`);
      return word;
    },
  });
}
