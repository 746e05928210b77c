import { window } from "vscode";
import type { Memento } from "../base/memento";
import { joined } from "./text/joined";

/** What the user was told, so that no other window or start tells it again. */
const TOLD = "ozInspector.toldUnreadable";

/**
 * Tells the user once that something saved is not shown because this version cannot read it.
 * @param what in words, such as "connections"; empty for nothing
 * @param memory shared by all windows
 */
export function tellUnreadable(what: readonly string[], memory: Memento): void {
  const told = what.length === 0 ? undefined : joined(what);
  if ((memory.get(TOLD) ?? undefined) === told) return;
  void memory.update(TOLD, told);
  if (told === undefined) return;
  // VS Code shows the beginning only, about 55 characters: enough for the first sentence.
  const [kind, which] = what.length === 1 ? [told, "They"] : ["data", `Such ${told}`];
  void window.showWarningMessage(
    `Oz Inspector can't read some saved ${kind}. ${which} are kept, but not shown. Perhaps another version saved them.`,
  );
}
