import { env, window } from "vscode";
import { RecentLookUps } from "../../folders/search/recentLookUps";
import { findIds } from "../../oz/model/findIds";
import { shortId } from "../../oz/model/id";
import { askPick } from "../prompts/askPick";
import type { Services } from "../services";
import { lookUpItems, type LookUpItem, type Offer } from "./lookUpItems";

/** Characters of a text in which ids are looked for, and how many of them are offered. */
const LONGEST = 2000;
const MOST_IDS = 5;

/**
 * Asks what to look up. The clipboard is read for it, now and at no other time.
 * @returns the id of a folder or an analysis; undefined when the user chose none
 */
export async function askLookUp({ connections, folders, memory }: Services): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection) ?? "";
  const copied = await env.clipboard.readText();
  const recent = new RecentLookUps(memory).of(connections.keys.shown ?? "");
  const offers = [
    ...offersIn(selected, (id) => `Look up ${id}`, "selected", "selection"),
    ...offersIn(copied, (id) => `Look up ${shortId(id)}…`, "on the clipboard", "clippy"),
    ...recent.map((id) => ({ id, label: `Look up ${id}`, from: "looked up before", icon: "history" })),
  ];
  return askPick<LookUpItem, string>({
    title: "Look Up Folder or Analysis",
    placeholder: "ID, or metadata of a loaded folder",
    items: (typed) => {
      // The last id of an address says most. It is not repeated: VS Code keeps a closed list, and somebody may have
      // typed an access token.
      const ofTyped = offersIn(typed, () => "Look up this id", "typed", "search").slice(-1);
      return lookUpItems(folders.store, typed, [...ofTyped, ...offers], Date.now());
    },
    choiceOf: ({ id }) => id,
  });
}

function offersIn(
  text: string,
  labelOf: (id: string) => string,
  from: string,
  icon: string,
): readonly Offer[] {
  const found = findIds(text.slice(0, LONGEST)).slice(0, MOST_IDS);
  return found.map(({ id }) => ({ id, label: labelOf(id), from, icon }));
}
