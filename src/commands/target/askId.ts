import * as l10n from "@vscode/l10n";
import { env, ThemeIcon, UIKind, window } from "vscode";
import { MAX_ID_TEXT, MAX_LISTED_FOLDERS } from "../../base/limits";
import { plainText } from "../../base/plainText";
import { readPair } from "../../folders/search/metaDataPairs";
import { findIds, readId, shortId } from "../../oz/model/id";
import { lookUpKeys } from "../../settings";
import { isUnderWay } from "../../status/effectiveStatus";
import { UserError, type Services } from "../command";
import { askPick } from "../prompts/askPick";
import { idItems, NO_OFFERS, type IdItem, type Offers, type Suggestion } from "./idItems";

const EXAMPLE = "7e7e7e7e-0000-4000-8000-000000000001";

/** IDs to suggest from a text. */
const MAX_IDS = 5;

/**
 * @returns the ID in lower case with dashes
 * @throws UserError for a text that is not an ID
 */
export function parseId(text: string): string {
  const id = readId(text);
  if (id === undefined) throw new UserError(l10n.t("Not an ID. An ID looks like {0}.", EXAMPLE));
  return id;
}

/**
 * Asks for a folder or an analysis: a suggested one, a loaded folder, or any by its ID. Nothing else reads the clipboard.
 * @param likely suggestions for the top of the list
 * @param except see `idItems`
 * @returns an ID as `parseId` returns it; undefined if cancelled
 */
export async function askId(
  services: Services,
  title: string,
  likely: readonly Suggestion[],
  except?: string,
): Promise<string | undefined> {
  const placeholder = l10n.t("ID, or metadata of a loaded folder");
  return (await askItem(services, { title, placeholder, likely, except, offers: () => NO_OFFERS }))?.id;
}

/**
 * Asks what to look up: as `askId`, or any metadata. Nothing is sent.
 * @returns an item with an ID, with a query, or with both; undefined if cancelled
 */
export function askLookUp(services: Services, title: string): Promise<IdItem | undefined> {
  const placeholder = l10n.t("ID, or metadata such as transaction_id: 42");
  return askItem(services, {
    title,
    placeholder,
    likely: [],
    offers: (typed) => metaDataOffers(typed.trim()),
  });
}

/**
 * Offers to look up a typed text as metadata; not an ID, which is looked up as metadata, too. A key with its value is meant
 * for that, any other text rather to be found in loaded folders.
 */
function metaDataOffers(typed: string): Offers {
  const pair = readPair(typed);
  const query = pair ? { keys: [pair.key], value: pair.value } : { keys: lookUpKeys(), value: typed };
  const hasId = idsIn(typed).length > 0;
  if (typed === "" || query.keys.length === 0 || (!pair && hasId)) return NO_OFFERS;
  // The text is not repeated, see `askItem`.
  const label = plainText(l10n.t("Look up as {0}", query.keys.join(", ")));
  const offer = { label, query, iconPath: new ThemeIcon("search"), alwaysShow: true };
  return pair && !hasId ? { above: [offer], below: [] } : { above: [], below: [offer] };
}

interface IdQuestion {
  readonly title: string;
  readonly placeholder: string;
  readonly likely: readonly Suggestion[];
  readonly except?: string | undefined;
  /** See `idItems`. */
  readonly offers: (typed: string) => Offers;
}

async function askItem(
  { connections, folders }: Services,
  { title, placeholder, likely, except, offers }: IdQuestion,
): Promise<IdItem | undefined> {
  const editor = window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection) ?? "";
  let copied = "";
  const suggestions = (): readonly Suggestion[] => [
    ...likely,
    ...idsIn(selected).map(({ id, text }) => ({ ...suggestion(id, "selected", "selection"), text })),
    // Not in full, as the text may be an access token.
    ...idsIn(copied).map(({ id, text }) => ({
      ...suggestion(id, "clipboard", "clippy", `${shortId(id)}…`),
      text,
    })),
    ...folders.recentLookUps
      .of(connections.keys.shown ?? "")
      .map((id) => suggestion(id, "history", "history")),
  ];
  return askPick<IdItem, IdItem>({
    title,
    placeholder,
    ignoreFocusOut: true,
    more: readClipboard().then((text) => (copied = text)),
    items: (typed) => {
      // In a URL without an ID at its end, the last ID is the most specific.
      const id = readId(typed) ?? idsIn(typed).at(-1)?.id;
      // Not repeated: VS Code remembers what a list showed, and the text may be an access token.
      const ofTyped =
        id === undefined
          ? []
          : [{ ...suggestion(id, "typed", "search", l10n.t("Use this ID")), text: asWritten(typed, id) }];
      return idItems(
        folders.store,
        typed,
        [...ofTyped, ...suggestions()],
        connections.serverClock.now(),
        except,
        offers(typed),
      );
    },
    choiceOf: (item) => (item.id === undefined && !item.query ? undefined : item),
  });
}

/** @returns the text on the clipboard; empty if it cannot be read, or in a browser, where VS Code asks or shows an error */
async function readClipboard(): Promise<string> {
  if (env.uiKind === UIKind.Web) return "";
  return Promise.resolve(env.clipboard.readText()).catch(() => "");
}

/** @returns the folder of the selected row, then the watched folders, the latest first */
export function selectedAndWatched({ folders, list }: Services): readonly Suggestion[] {
  return [
    ...selectedRow(list),
    ...folders.watches.ids.toReversed().map((id) => suggestion(id, "watched", "eye")),
  ];
}

/** @returns the folders not watched yet of the selected row and of those that run, the running ones first */
export function selectedAndRunning({ folders, list }: Services): readonly Suggestion[] {
  const { store, watches } = folders;
  const running = store.current.all.filter(
    ({ id, resolution }) => isUnderWay(resolution) && !watches.has(id),
  );
  const selected = selectedRow(list).filter(({ id }) => !watches.has(id));
  const isRunning = ({ id }: Suggestion): boolean => running.some((folder) => folder.id === id);
  return [
    ...selected.filter(isRunning),
    ...running.slice(0, MAX_LISTED_FOLDERS).map(({ id }) => suggestion(id, "running", "sync")),
    ...selected,
  ];
}

function selectedRow({ selectedNode }: Services["list"]): readonly Suggestion[] {
  const target = selectedNode?.target;
  return target ? [suggestion(target.folderId, "selected", "selection")] : [];
}

function suggestion(id: string, from: Suggestion["from"], icon: string, label = id): Suggestion {
  return { id, label, from, icon };
}

/** @returns an ID as it is written in a text: in upper case, or without dashes; undefined if it is not there */
export function asWritten(text: string, id: string): string | undefined {
  return idsIn(text).findLast((one) => one.id === id)?.text;
}

/** @returns the IDs in a text, each also as it is written there */
function idsIn(text: string): readonly { readonly id: string; readonly text: string }[] {
  return findIds(text.slice(0, MAX_ID_TEXT))
    .slice(0, MAX_IDS)
    .map(({ id, start, end }) => ({ id, text: text.slice(start, end) }));
}
