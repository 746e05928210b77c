import * as l10n from "@vscode/l10n";
import {
  commands,
  Hover,
  languages,
  Range,
  TerminalLink,
  window,
  type Disposable,
  type MarkdownString,
  type Position,
} from "vscode";
import type { Clock } from "../../base/clock";
import type { CurrentConnection } from "../../connections/activeConnection";
import { connectionKey, type SavedConnection } from "../../connections/savedConnection";
import type { MetaDataCondition } from "../../folders/filter/folderFilter";
import type { Folders } from "../../folders/folders";
import { findLoaded } from "../../folders/search/findLoaded";
import { findPairs } from "../../folders/search/metaDataPairs";
import { NotFoundCache } from "../../folders/search/notFoundCache";
import { COMMANDS } from "../../ids";
import { OzError } from "../../oz/http/ozError";
import { findIds, readId } from "../../oz/model/id";
import { hoverLookUpLanguages, lookUpKeys } from "../../settings";
import type { ShownFindings } from "../shownFindings";
import { connectionInWords } from "../text/connectionText";
import { errorSentence } from "../text/failureText";
import type { FolderTooltip } from "../tree/tooltip";
import { knownIdHover, metaDataHover, unknownIdHover } from "./idHover";

/** Characters read on each side of the mouse, enough to recognize an ID, or a key and its value. A line may have millions. */
const REACH = 200;

/** Shows hovers and terminal links for IDs and metadata, in all editors and terminals, while the user is signed in. */
export function registerIdProvider(
  folders: Folders,
  connection: () => CurrentConnection | undefined,
  findings: ShownFindings,
  tooltip: FolderTooltip,
  clock: Clock,
): readonly Disposable[] {
  const provider = new IdProvider(folders, connection, findings, tooltip, clock);
  const isSignedIn = (): boolean => connection()?.signedIn === true;
  return [
    languages.registerHoverProvider("*", {
      provideHover(document, position, token) {
        if (!isSignedIn()) return undefined;
        const from = Math.max(0, position.character - REACH);
        const text = document.lineAt(position).text.slice(from, from + 2 * REACH);
        const abort = new AbortController();
        const subscription = token.onCancellationRequested(() => abort.abort(hoverLeft()));
        return provider
          .hover(text, from, position, document.languageId, abort.signal)
          .finally(() => void subscription.dispose());
      },
    }),
    window.registerTerminalLinkProvider({
      provideTerminalLinks: ({ line }) => (isSignedIn() ? provider.links(line) : undefined),
      handleTerminalLink: ({ wanted }: IdLink) => commands.executeCommand(COMMANDS.lookUpFolder, wanted),
    }),
  ];
}

function hoverLeft(): OzError {
  return new OzError("cancelled", "The hover was left.", { origin: "" });
}

/** An ID, or a value of a key of the look-up, in a text. */
type Found = { readonly start: number; readonly end: number } & (
  | { readonly id: string; readonly wanted: string }
  | { readonly id?: undefined; readonly wanted: MetaDataCondition }
);

class IdLink extends TerminalLink {
  /** @param wanted the argument of the look-up */
  constructor(
    readonly wanted: string | MetaDataCondition,
    start: number,
    length: number,
  ) {
    super(start, length, l10n.t("Look Up in Oz Inspector"));
  }
}

/** Finds IDs and metadata in text and shows what is known about them. */
export class IdProvider {
  private readonly notFoundIds: NotFoundCache;

  constructor(
    private readonly folders: Folders,
    private readonly connection: () => CurrentConnection | undefined,
    private readonly findings: ShownFindings,
    private readonly tooltip: FolderTooltip,
    private readonly clock: Clock,
  ) {
    this.notFoundIds = new NotFoundCache(clock);
  }

  /** @returns a link for each ID and each value of a key of the look-up in a line of a terminal */
  links(line: string): IdLink[] {
    return this.find(line).map(({ wanted, start, end }) => new IdLink(wanted, start, end - start));
  }

  /**
   * @param text of the line around the position
   * @param from where in the line it begins
   * @param language of the document. In languages that the user has chosen, an unknown ID is looked up
   * @param cancel ends a look-up, as the user has left the hover
   * @returns what is known about the ID at the position, or an offer to look metadata up; undefined if there is neither
   */
  async hover(
    text: string,
    from: number,
    position: Position,
    language: string,
    cancel: AbortSignal,
  ): Promise<Hover | undefined> {
    const { line, character } = position;
    const found = this.find(text).find(
      ({ start, end }) => start <= character - from && character - from <= end,
    );
    const saved = this.connection()?.saved;
    if (!found || !saved) return undefined;
    const range = new Range(line, from + found.start, line, from + found.end);
    if (found.id === undefined)
      return new Hover(metaDataHover(found.wanted, connectionInWords(saved)), range);
    const { id, wanted } = found;
    const failure = hoverLookUpLanguages().includes(language)
      ? await this.lookUp(id, saved, cancel)
      : undefined;
    // The user may have switched to another connection meanwhile.
    if (this.connection()?.saved.id !== saved.id) return undefined;
    return new Hover(this.contents(id, wanted, connectionInWords(saved), failure), range);
  }

  /** An ID that is the value of a key is looked up as that, unless it is loaded. */
  private find(text: string): readonly Found[] {
    const isLoaded = (id: string | undefined): boolean =>
      id !== undefined && findLoaded(this.folders.store, id) !== undefined;
    const pairs = findPairs(text, lookUpKeys()).filter(({ value }) => !isLoaded(readId(value)));
    const ids = findIds(text).filter(
      (id) => !pairs.some(({ start, end }) => start < id.end && id.start < end),
    );
    return [
      ...pairs.map(({ key, value, start, end }) => ({ wanted: { key, value }, start, end })),
      ...ids.map(({ id, start, end }) => ({ wanted: text.slice(start, end), id, start, end })),
    ];
  }

  /** @param written the ID as it is in the text */
  private contents(
    id: string,
    written: string,
    connection: string,
    failure: string | undefined,
  ): MarkdownString[] {
    const { folders, findings, tooltip, clock } = this;
    const known = findLoaded(folders.store, id);
    if (!known) return unknownIdHover(written, connection, failure);
    const { folder } = known;
    return knownIdHover(id, known, {
      findings: findings(folder.resolution),
      tooltip,
      isWatched: folders.watches.has(folder.id),
      now: clock.now(),
    });
  }

  /**
   * Looks up an unknown ID, unless the server has recently said that it does not have it.
   * @returns why it is still unknown, in one sentence
   */
  private async lookUp(id: string, saved: SavedConnection, cancel: AbortSignal): Promise<string | undefined> {
    const { folders } = this;
    if (findLoaded(folders.store, id)) return undefined;
    const key = connectionKey(saved);
    const notFound = l10n.t("{0} has no folder or analysis with this ID.", connectionInWords(saved));
    if (this.notFoundIds.has(key, id)) return notFound;
    try {
      await folders.reader.findHovered(id, cancel);
      return undefined;
    } catch (error) {
      if (!(error instanceof OzError)) throw error;
      if (error.reason !== "notFound") return errorSentence(error, this.clock.now());
      this.notFoundIds.add(key, id);
      return notFound;
    }
  }
}
