import * as l10n from "@vscode/l10n";
import { window } from "vscode";
import { joined } from "../base/language";
import type { Memento } from "../base/memento";
import type { ConnectionManager } from "../connections/connectionManager";
import type { Folders } from "../folders/folders";

/** What the user was told, so that no other window or start tells it again. */
const TOLD = "ozInspector.toldUnreadable";

/** A kind of what is saved. */
type Kind = (ConnectionManager["unreadable"] | Folders["unreadable"])[number];

/**
 * Tells the user once that something saved is not shown because this version cannot read it.
 * @param what empty for nothing
 * @param memory shared by all windows
 */
export function tellUnreadable(what: readonly Kind[], memory: Memento): void {
  const [first, ...others] = what;
  const told = first === undefined ? undefined : what.join();
  if ((memory.get(TOLD) ?? undefined) === told) return;
  void memory.update(TOLD, told);
  if (first === undefined) return;
  // VS Code shows the beginning only, about 55 characters: enough for the first sentence.
  void window.showWarningMessage(others.length === 0 ? noticeOf(first) : noticeOfSeveral(what));
}

function noticeOfSeveral(kinds: readonly Kind[]): string {
  return l10n.t({
    message:
      "Oz Inspector can't read some saved data. Such {0} are kept, but not shown. Perhaps another version saved them.",
    args: [joined(kinds.map(nameOf))],
    comment: "{0} is a list of at least two kinds of data: “connections and filters”",
  });
}

function noticeOf(kind: Kind): string {
  switch (kind) {
    case "connections":
      return l10n.t(
        "Oz Inspector can't read some saved connections. They are kept, but not shown. Perhaps another version saved them.",
      );
    case "watchedFolders":
      return l10n.t(
        "Oz Inspector can't read some saved watched folders. They are kept, but not shown. Perhaps another version saved them.",
      );
    case "filters":
      return l10n.t(
        "Oz Inspector can't read some saved filters. They are kept, but not shown. Perhaps another version saved them.",
      );
  }
}

function nameOf(kind: Kind): string {
  switch (kind) {
    case "connections":
      return l10n.t({ message: "connections", comment: "In a list of what cannot be read" });
    case "watchedFolders":
      return l10n.t({ message: "watched folders", comment: "In a list of what cannot be read" });
    case "filters":
      return l10n.t({ message: "filters", comment: "In a list of what cannot be read" });
  }
}
