import { Emitter } from "../../base/emitter";
import { OzError } from "../../oz/http/errors";
import type { OzFolder } from "../../oz/model/folder";
import type { FolderPage } from "../../oz/model/page";
import { PAGE_SIZE, type FolderReader } from "../store/folderReader";
import type { FolderStore } from "../store/folderStore";
import { compareNewestFirst, countTo } from "../store/newestFirst";
import type { FolderFilter } from "./folderFilter";
import { matcher } from "./matches";
import { serverFilters, type ServerFilter } from "./serverFilters";
import { timeRangeOf } from "./timeRange";

/** One look ends when so many were found, or so many looked at: a server may not filter at all. */
const ENOUGH = 50;
const MOST_LOOKED_AT = 400;

/** How far somebody has looked through the list of the server, newest first. */
interface Look {
  /** Rows of the server that were passed. */
  readonly offset: number;
  readonly seen: ReadonlySet<string>;
  /** The oldest folder that was looked at. */
  readonly reach: OzFolder | undefined;
  /** Whether there is nothing older that could be let through. */
  readonly complete: boolean;
}

const NOWHERE: Look = { offset: 0, seen: new Set(), reach: undefined, complete: false };

/**
 * The folders of the store that a filter lets through. It looks for them on the server, which filters what it can, and
 * says how far it looked; what the poller brings meanwhile is let through by the same rule.
 */
export class FilteredFolders {
  private readonly changes = new Emitter<undefined>();
  private readonly subscriptions: readonly { dispose(): void }[];
  private readonly matches: (folder: OzFolder) => boolean;
  private readonly earliest: number;
  private serverFilters: readonly ServerFilter[];
  private readonly verdicts = new WeakMap<OzFolder, boolean>();
  private readonly found = new Set<string>();
  private look = NOWHERE;
  private attempted = false;
  private looking: Promise<void> | undefined;
  private shown: readonly OzFolder[] | undefined;

  /** Fires when the list or how far it looked is another. */
  readonly onDidChange = this.changes.event;

  /**
   * @param name what the user calls the filter, or what it says
   * @param now epoch milliseconds: where a period that moves with the clock stays
   */
  constructor(
    readonly filter: FolderFilter,
    readonly name: string,
    private readonly store: FolderStore,
    private readonly reader: FolderReader,
    now: number,
  ) {
    const span = timeRangeOf(filter.created, now);
    this.matches = matcher(filter, span);
    this.serverFilters = serverFilters(filter, span);
    this.earliest = span.from ?? -Infinity;
    this.subscriptions = [
      store.onDidChange(() => this.redraw()),
      reader.onDidReadChanges((folders) => this.takeIn(folders.filter((folder) => this.reaches(folder)))),
    ];
  }

  /** Whether a first look was taken, or failed. */
  get loaded(): boolean {
    return this.attempted;
  }

  /** Whether there may be more to find. */
  get hasMore(): boolean {
    return !this.look.complete;
  }

  /** How many folders were looked at here, after the server had its say. */
  get lookedAt(): number {
    return this.look.seen.size;
  }

  /** When the oldest folder that was looked at was created, in epoch milliseconds. */
  get backTo(): number | undefined {
    return this.look.reach?.createdAt;
  }

  /** @returns the folders that are let through, newest first */
  get all(): readonly OzFolder[] {
    return (this.shown ??= this.store.current.all.filter((folder) => this.lets(folder)));
  }

  /** How many folders of `all` stand within what was looked at. */
  get gapIndex(): number {
    const { complete, reach } = this.look;
    const list = this.all;
    if (complete) return list.length;
    return reach ? countTo(list, reach) : 0;
  }

  /** @returns whether the filter lets a folder through; one that is not known it does not */
  has(id: string): boolean {
    const folder = this.store.current.get(id);
    return folder !== undefined && this.lets(folder);
  }

  /**
   * Looks through the next part of the list.
   * @throws OzError; what was found before stays
   */
  lookFurther(): Promise<void> {
    return this.once(async () => {
      const before = this.look.seen.size;
      let found = 0;
      await this.read((fresh) => {
        found += fresh;
        return found >= ENOUGH || this.look.seen.size - before >= MOST_LOOKED_AT;
      });
    });
  }

  /**
   * Looks again through what was looked at, and asks for what is no longer there by itself.
   * @throws OzError; what was found before stays
   */
  lookAgain(): Promise<void> {
    return this.once(() => this.readAgain());
  }

  /** The folders that are in the store for this list alone, and may go with it. */
  get foundIds(): ReadonlySet<string> {
    return this.found;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async readAgain(): Promise<void> {
    const before = this.look;
    const known = this.all.slice(0, this.gapIndex);
    this.look = NOWHERE;
    try {
      await this.read(() => this.look.seen.size >= before.seen.size);
    } catch (error) {
      this.look = before;
      this.redraw();
      throw error;
    }
    const missing = known
      .map(({ id }) => id)
      .filter((id) => !this.look.seen.has(id) && this.store.current.get(id));
    await this.reader.readFolders(missing);
  }

  /** One look at a time: whoever wants another meanwhile waits for that one. */
  private once(look: () => Promise<void>): Promise<void> {
    return (this.looking ??= look().finally(() => (this.looking = undefined)));
  }

  /** Reads page after page until that is enough, or there is no more. */
  private async read(isEnough: (found: number) => boolean): Promise<void> {
    try {
      while (!this.look.complete) {
        const page = await this.ask();
        const fresh = page.folders.filter(({ id }) => !this.look.seen.has(id));
        this.look = this.after(page);
        this.takeIn(fresh);
        if (isEnough(fresh.filter((folder) => this.lets(folder)).length)) break;
      }
    } finally {
      this.attempted = true;
      this.redraw();
    }
  }

  /** Asks with the narrowest filter that the server does not refuse. */
  private async ask(): Promise<FolderPage> {
    for (;;) {
      const [filter = {}, ...wider] = this.serverFilters;
      try {
        return await this.reader.readPage({ offset: this.look.offset, limit: PAGE_SIZE, filter });
      } catch (error) {
        const refused = error instanceof OzError && error.reason === "badRequest";
        if (!refused || wider.length === 0) throw error;
        this.serverFilters = wider;
      }
    }
  }

  private after(page: FolderPage): Look {
    const { offset, seen } = this.look;
    const rows = page.folders.length + page.skipped;
    const last = page.folders.at(-1);
    const isPast = (last?.createdAt ?? Infinity) < this.earliest && isNewestFirst(page.folders);
    return {
      offset: offset + rows,
      seen: new Set([...seen, ...page.folders.map(({ id }) => id)]),
      reach: last ?? this.look.reach,
      complete: rows < PAGE_SIZE || isPast,
    };
  }

  /** Puts into the store what the list should have. */
  private takeIn(folders: readonly OzFolder[]): void {
    const wanted = folders.filter((folder) => this.lets(folder));
    for (const { id } of wanted) if (!this.store.current.get(id)) this.found.add(id);
    this.store.current.applyFolders(wanted);
  }

  private lets(folder: OzFolder): boolean {
    const known = this.verdicts.get(folder);
    if (known !== undefined) return known;
    const verdict = this.matches(folder);
    this.verdicts.set(folder, verdict);
    return verdict;
  }

  private reaches(folder: OzFolder): boolean {
    const { complete, reach } = this.look;
    return complete || (reach !== undefined && compareNewestFirst(folder, reach) <= 0);
  }

  private redraw(): void {
    this.shown = undefined;
    this.changes.fire(undefined);
  }
}

function isNewestFirst(folders: readonly OzFolder[]): boolean {
  return folders.every((folder, index) => {
    const before = folders[index - 1];
    return !before || (before.createdAt ?? 0) >= (folder.createdAt ?? 0);
  });
}
