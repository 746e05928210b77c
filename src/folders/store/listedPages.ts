import { rowsOf, type FolderPage, type OzFolder } from "../../oz/model/folder";
import { ListEnd } from "./listEnd";
import { compareNewestFirst, countUpTo } from "./newestFirst";
import { UnshownRows } from "./unshownRows";

/** Which part of the server's list was read page by page: from the newest folder down to the last one, without a gap. */
export class ListedPages {
  private readonly ids = new Set<string>();
  private last: OzFolder | undefined;
  private complete = false;
  private total: number | undefined;
  private readonly unshown: UnshownRows;
  /** The offset on the server of what comes after the oldest page that was read. */
  private end = 0;
  private readonly listEnd = new ListEnd();

  /** @param elapsed see `Clock` */
  constructor(elapsed: () => number) {
    this.unshown = new UnshownRows(elapsed);
  }

  /** Whether a page was read. */
  get loaded(): boolean {
    return this.complete || this.last !== undefined;
  }

  /** How many folders the server has; undefined if it does not say. */
  get totalCount(): number | undefined {
    return this.total;
  }

  /** Whether the server has more folders than were listed, or may have. */
  get hasMore(): boolean {
    return this.loaded && !this.complete;
  }

  /** How many folders were read page by page. */
  get count(): number {
    return this.ids.size;
  }

  /**
   * Where the next page begins on the server, unless the list has moved: how many rows were read. It may count rows that it
   * does not send.
   */
  get nextOffset(): number {
    return Math.max(this.end, this.ids.size + (this.complete ? this.unshown.count : 0));
  }

  /**
   * Whether the list, as far as it is loaded, is to be read again: its end is doubted, the server's total says that it has
   * gained or lost folders that no reply has shown, or it has rows that may be shown now.
   */
  get isInDoubt(): boolean {
    if (this.listEnd.isDoubted || (this.complete && this.unshown.isDue)) return true;
    return this.complete && this.total !== undefined && this.total !== this.ids.size + this.unshown.count;
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  /**
   * @param sorted folders, newest first
   * @returns how many of them come before anything that was not read: all of them if the list is complete
   */
  countBeforeGap(sorted: readonly OzFolder[]): number {
    return this.complete || !this.last ? sorted.length : countUpTo(sorted, this.last);
  }

  /** @returns whether a folder belongs before anything that was not read */
  isBeforeGap(folder: OzFolder): boolean {
    return this.complete || (this.last !== undefined && compareNewestFirst(folder, this.last) < 0);
  }

  /**
   * @param listed the loaded folders that were on a page
   * @returns the page, which is the last one only if that is believed: see `ListEnd`
   */
  judge(page: FolderPage, listed: readonly OzFolder[]): FolderPage {
    return { ...page, isLast: this.listEnd.isAt(page, listed) };
  }

  /** Adds a page, as `judge` returns it. One that has nothing in common with what was listed begins the list anew. */
  add(page: FolderPage): void {
    const { folders, isLast, offset, totalCount } = page;
    const last = folders.at(-1);
    const isConnected =
      offset > 0 || !this.loaded || isLast || !last || folders.some(({ id }) => this.ids.has(id));
    if (!isConnected) this.ids.clear();
    const isFurther = !this.last || (last !== undefined && compareNewestFirst(last, this.last) > 0);
    if (isFurther || !isConnected) {
      this.last = last;
      this.end = offset + rowsOf(page);
    }
    for (const { id } of folders) this.ids.add(id);
    this.total = totalCount;
    this.complete = isLast || (this.complete && isConnected);
    if (isLast) this.unshown.listRead(Math.max(0, (this.total ?? offset + rowsOf(page)) - this.ids.size));
  }

  /** Adds folders that the server has got since: they belong before the gap. */
  addArrived(folders: readonly OzFolder[]): void {
    for (const { id } of folders) this.ids.add(id);
    if (this.total !== undefined) this.total += folders.length;
  }

  /** Takes out a folder that left the list. */
  delete(id: string): void {
    this.ids.delete(id);
  }

  /**
   * Forgets older folders of the list.
   * @param last the last one that stays
   * @param older those after it
   */
  cut(last: OzFolder | undefined, older: readonly OzFolder[]): void {
    this.last = last;
    this.complete = false;
    this.end = 0;
    for (const { id } of older) this.ids.delete(id);
  }
}
