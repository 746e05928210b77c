import type { FolderPage, OzFolder } from "../../oz/model/folder";

/**
 * Where the server's list ends. An end before folders that are listed is believed when a second page says it, as the total
 * of one reply may be wrong.
 */
export class ListEnd {
  /** The last folder of the page that said it; "" if it had none. */
  private doubted: string | undefined;

  /** Whether the list should be read again, to know its end. */
  get isDoubted(): boolean {
    return this.doubted !== undefined;
  }

  /**
   * @param listed folders that were on a page before
   * @returns whether the list ends with the page
   */
  isAt({ folders, isLast, totalCount, offset }: FolderPage, listed: readonly OzFolder[]): boolean {
    const last = folders.at(-1);
    const end = last?.id ?? "";
    const goesOn = folders.some(({ id }) => id === this.doubted) && (!isLast || end !== this.doubted);
    if (goesOn) this.doubted = undefined;
    if (!isLast || (!last && (totalCount !== 0 || offset > 0))) return isLast;
    const isBeyond = ({ createdAt = 0 }: OzFolder): boolean => !last || createdAt < (last.createdAt ?? 0);
    const isDoubtful = this.doubted !== end && listed.some(isBeyond);
    this.doubted = isDoubtful ? end : undefined;
    return !isDoubtful;
  }
}
