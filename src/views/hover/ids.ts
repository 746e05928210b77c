import { Hover, Range, TerminalLink, type MarkdownString, type Position } from "vscode";
import type { Clock } from "../../base/clock";
import type { CurrentConnection } from "../../connections/activeConnection";
import { keyOf, type SavedConnection } from "../../connections/savedConnection";
import type { Folders } from "../../folders/folders";
import { findLoaded } from "../../folders/search/findLoaded";
import { NotFoundCache } from "../../folders/search/notFoundCache";
import { OzError } from "../../oz/http/errors";
import { findIds } from "../../oz/model/findIds";
import { hoverLookUpLanguages } from "../../settings";
import type { ShownFindings } from "../shownFindings";
import { knownIdHover, unknownIdHover } from "./idHover";

/** An id in a terminal. */
export class IdLink extends TerminalLink {
  constructor(
    readonly id: string,
    start: number,
    length: number,
  ) {
    super(start, length, "Look Up in Oz Inspector");
  }
}

/** What is told of ids wherever they stand. */
export class Ids {
  private readonly misses: NotFoundCache;

  constructor(
    private readonly folders: Folders,
    private readonly connection: () => CurrentConnection | undefined,
    private readonly findings: ShownFindings,
    private readonly clock: Clock,
  ) {
    this.misses = new NotFoundCache(clock);
  }

  /** @returns the ids in a line of a terminal, to be looked up by a click */
  links(line: string): IdLink[] {
    return findIds(line).map(({ id, start, end }) => new IdLink(id, start, end - start));
  }

  /**
   * @param text of the line around the position
   * @param from where in the line it begins
   * @param language of the document: in those that the user has chosen, an id that is not known is looked up
   * @returns what is known of the id there; undefined where there is none
   */
  async hover(text: string, from: number, position: Position, language: string): Promise<Hover | undefined> {
    const { line, character } = position;
    const found = findIds(text).find(
      ({ start, end }) => start <= character - from && character - from <= end,
    );
    const saved = this.connection()?.saved;
    if (!found || !saved) return undefined;
    const { id, start, end } = found;
    const failure = hoverLookUpLanguages().includes(language) ? await this.lookUp(id, saved) : undefined;
    // Meanwhile somebody may have gone to another server.
    if (this.connection()?.saved.id !== saved.id) return undefined;
    return new Hover(this.tell(id, saved.name, failure), new Range(line, from + start, line, from + end));
  }

  private tell(id: string, connection: string, failure: string | undefined): MarkdownString[] {
    const { folders, findings, clock } = this;
    const known = findLoaded(folders.store, id);
    if (!known) return unknownIdHover(id, connection, failure);
    const { folder } = known;
    return knownIdHover(id, known, {
      findings: findings(folder.resolution),
      isWatched: folders.watches.has(folder.id),
      now: clock.now(),
    });
  }

  /**
   * Asks for an id that is not known, unless the server said a moment ago that it has it not.
   * @returns why it is still not known, in one sentence
   */
  private async lookUp(id: string, saved: SavedConnection): Promise<string | undefined> {
    const { folders } = this;
    if (findLoaded(folders.store, id)) return undefined;
    const key = keyOf(saved);
    try {
      if (!this.misses.has(key, id)) {
        await folders.reader.findFolder(id);
        return undefined;
      }
    } catch (error) {
      if (!(error instanceof OzError)) throw error;
      if (error.reason !== "notFound") return error.message;
      this.misses.add(key, id);
    }
    return `No folder or analysis of ${saved.name}.`;
  }
}
