import * as l10n from "@vscode/l10n";
import type { QuickPickItem } from "vscode";
import { counted, joined } from "../../base/language";
import { MAX_LINE } from "../../base/limits";
import { plainText } from "../../base/plainText";
import { inexpressible, isSupported } from "../../folders/filter/serverFilters";
import {
  findByMetaData,
  type MetaDataMatch,
  type MetaDataMatches,
  type MetaDataQuery,
} from "../../folders/search/findByMetaData";
import { OzError } from "../../oz/http/ozError";
import { shortId } from "../../oz/model/id";
import { connectionInWords } from "../../views/text/connectionText";
import { UserError, type Services } from "../command";
import { askPick } from "../prompts/askPick";
import { withCancel } from "../prompts/withCancel";
import { loadedItem, remark } from "../target/idItems";

interface MatchItem extends QuickPickItem {
  /** Undefined for a line that says why not all are listed. */
  readonly match?: MetaDataMatch;
}

/**
 * Asks the server for the folders that have a value in their metadata. If several do, or there may be more, the user
 * chooses one.
 * @param title of the list of several
 * @param id the value, if it was looked up as an ID before, without success
 * @returns undefined if cancelled
 * @throws UserError for what Oz API cannot be asked for
 * @throws OzError "notFound" if there is none, else if the server cannot be read
 */
export async function lookUpMetaData(
  services: Services,
  title: string,
  query: MetaDataQuery,
  id?: string,
): Promise<MetaDataMatch | undefined> {
  refuseInexpressible(query);
  const { connections, folders } = services;
  const saved = connections.current?.saved;
  const server = saved ? connectionInWords(saved) : "";
  const found = await withCancel(l10n.t("Looking up metadata in {0}", server), (cancel) =>
    findByMetaData(folders.reader, query, cancel),
  );
  const { matches, cut, unfilteredCount } = found;
  // Not as a `UserError`, whose sentence would be logged.
  const [only] = matches;
  if (!only) throw new OzError("notFound", notFoundSentence(query, found, server, id), { origin: "" });
  if (matches.length === 1 && cut.length === 0 && unfilteredCount === undefined) return only;
  const now = connections.serverClock.now();
  return askPick<MatchItem, MetaDataMatch>({
    title,
    placeholder: counted(l10n.t("{0} folder found|{0} folders found"), matches.length),
    items: [...matches.map((match) => matchItem(match, now)), ...remarks(found, server).map(remark)],
    choiceOf: ({ match }) => match,
  });
}

/** @returns which folder was found, and how, for the status bar */
export function foundInWords({ folder, keys }: MetaDataMatch): string {
  return plainText(l10n.t("{0} was found by {1}", shortId(folder.id), joined(keys)));
}

/** @throws UserError for a query that servers would read as something else */
export function refuseInexpressible({ keys, value }: MetaDataQuery): void {
  const parts = keys.map((key) => inexpressible({ key, value }));
  if (parts.includes("key"))
    throw new UserError(
      l10n.t(
        "Oz API cannot be asked for a metadata key that is a number or contains a comma or one of = ! < >. Use Filter… instead, which checks the folders here.",
      ),
    );
  if (parts.includes("value"))
    throw new UserError(
      l10n.t(
        "Oz API cannot be asked for a value that is “null” or contains a comma, == or a character that is not text. Use Filter… instead, which checks the folders here.",
      ),
    );
}

function matchItem(match: MetaDataMatch, now: number): MatchItem {
  const by = l10n.t({
    message: "by {0}",
    args: [joined(match.keys)],
    comment: ["Why a folder is listed: it was found by the value of a metadata key, or of several"],
  });
  return {
    ...loadedItem({ folder: match.folder, analysis: undefined }, [plainText(by)], now),
    match,
  };
}

/** @returns which folders were not read, in sentences */
export function remarks({ cut, unfilteredCount }: MetaDataMatches, server: string): readonly string[] {
  const ofCut = cut.map(({ key, count }) =>
    counted(
      l10n.t(
        "There are more: only the newest {0} folder found by {1} is listed.|There are more: only the newest {0} folders found by {1} are listed.",
      ),
      count,
      key,
    ),
  );
  const ofUnfiltered =
    unfilteredCount === undefined
      ? []
      : [
          counted(
            l10n.t(
              "{1} does not filter by metadata: only its newest {0} folder was searched.|{1} does not filter by metadata: only its newest {0} folders were searched.",
            ),
            unfilteredCount,
            server,
          ),
        ];
  return [...ofCut, ...ofUnfiltered].map((sentence) => plainText(sentence, MAX_LINE));
}

/** @returns what was tried; that the server has none only if it was asked for every folder with the value */
export function notFoundSentence(
  { keys, value }: MetaDataQuery,
  found: MetaDataMatches,
  server: string,
  id: string | undefined,
): string {
  const names = plainText(keys.join(", "));
  const isProven = found.unfilteredCount === undefined && keys.every((key) => isSupported({ key, value }));
  if (!isProven) {
    const nothing =
      id === undefined
        ? l10n.t("No folder was found that has this value as {0}.", names)
        : l10n.t(
            "No folder or analysis was found with the ID {0}, and no folder that has it as {1}.",
            id,
            names,
          );
    return [nothing, ...remarks(found, server)].join(" ");
  }
  return id === undefined
    ? l10n.t(
        "{0} has no folder with this value as {1}, or this account may not see it. Check the value.",
        server,
        names,
      )
    : l10n.t(
        "{0} has no folder or analysis {1}, and no folder with it as {2}, or this account may not see it. Check the ID.",
        server,
        id,
        names,
      );
}
