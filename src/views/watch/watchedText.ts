import * as l10n from "@vscode/l10n";
import { shortId } from "../../oz/model/id";
import { markedResult, spokenResult, type ShownFindings } from "../shownFindings";
import { failureInWords } from "../text/failureText";
import { folderLabel, presentFolder } from "../text/folderText";
import { reasonText } from "../text/reasonText";
import { verdict } from "../text/verdict";
import { FAILURE_ICON, spokenText, type RowContent } from "../tree/treeNode";
import { goneInWords, type Watched } from "./watchedFolders";

/** How a watched folder is shown: the same in its row, the status bar and the list of watched folders. */
export interface WatchedWords {
  /** "⚠ Processing"; "Access denied · last: Processing" while it cannot be read. */
  readonly text: string;
  /** As a screen reader should say it: "Access denied since 12:03:11, last: Processing, 1 finding". */
  readonly spoken: string;
  readonly icon: RowContent["icon"];
}

/** @param now epoch milliseconds */
export function watchedInWords(watched: Watched, findings: ShownFindings, now: number): WatchedWords {
  const { folder, failure } = watched;
  const found = folder && findings(folder.resolution);
  const text = folder && found ? markedResult(folder.resolution, found) : unknownInWords(watched);
  const spoken = folder && found ? spokenResult(folder.resolution, found) : text;
  if (!failure)
    return { text, spoken, icon: folder ? presentFolder(folder.resolution) : unknownIcon(watched) };
  return {
    text: withLast(reasonText(failure.error), folder && text),
    spoken: spokenText(withLast(failureInWords(failure, now), folder && spoken)),
    icon: FAILURE_ICON,
  };
}

/** @returns the same with why the folder has its result, for a tooltip: "Access denied · last: Declined: …" */
export function watchedSentence(watched: Watched, now: number): string {
  const { folder, failure } = watched;
  const known = folder && verdict(folder.resolution, now);
  return failure ? withLast(reasonText(failure.error), known) : (known ?? unknownInWords(watched));
}

/** @param last what was last known of the folder; undefined if nothing was */
function withLast(failure: string, last: string | undefined): string {
  if (last === undefined) return failure;
  return l10n.t({
    message: "{0} · last: {1}",
    args: [failure, last],
    comment: "Why a folder cannot be read, and what was last known of it: “Access denied · last: Processing”",
  });
}

/** @returns what names it: the label of its row in the list; the first characters of its ID until it is read */
export function watchedLabel({ id, folder }: Watched, labelKeys: readonly string[]): string {
  return folder ? folderLabel(folder, labelKeys) : shortId(id);
}

/** @returns why nothing is known about a watched folder */
function unknownInWords({ isGone }: Watched): string {
  return isGone
    ? goneInWords()
    : l10n.t({ message: "not loaded yet", comment: "What is said of a folder beside its name" });
}

function unknownIcon({ isGone }: Watched): RowContent["icon"] {
  return { icon: isGone ? "circle-slash" : "eye" };
}
