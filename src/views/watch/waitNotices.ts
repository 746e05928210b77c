import * as l10n from "@vscode/l10n";
import { commands, window } from "vscode";
import { counted } from "../../base/language";
import { MAX_WAIT_MINUTES } from "../../base/limits";
import type { FolderArrivals, ArrivalsEnd } from "../../folders/watch/folderArrivals";
import { COMMANDS } from "../../ids";

/** Tells the user when a wait for new folders has ended by itself: from then on, new ones are not watched. */
export function tellWaitEnds(arrivals: FolderArrivals): { dispose(): void } {
  return arrivals.onDidEnd((end) => void tell(end));
}

async function tell(end: ArrivalsEnd): Promise<void> {
  const again = l10n.t("Watch New Folders…");
  const pressed = await window.showInformationMessage(endInWords(end), again);
  if (pressed === again) await commands.executeCommand(COMMANDS.watchNewFolders);
}

function endInWords({ reason, wait: { arrived } }: ArrivalsEnd): string {
  if (reason === "full")
    return counted(
      l10n.t(
        "Stopped waiting for new folders: {0} has arrived, the most that one wait watches.|Stopped waiting for new folders: {0} have arrived, the most that one wait watches.",
      ),
      arrived.length,
    );
  return [
    counted(
      l10n.t(
        "Stopped waiting for new folders after {0} minute.|Stopped waiting for new folders after {0} minutes.",
      ),
      MAX_WAIT_MINUTES,
    ),
    arrived.length === 0
      ? l10n.t({ message: "None has arrived.", comment: "No folder, while new ones were waited for" })
      : counted(l10n.t("{0} folder has arrived.|{0} folders have arrived."), arrived.length),
  ].join(" ");
}
