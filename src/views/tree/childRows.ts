import { MAX_KEY_LENGTH } from "../../base/limits";
/** Stands for a missing ID. No ID's key begins with it. */
const NO_ID = "#";

interface Identified {
  readonly id: string | undefined;
}

/** Escapes all but letters, digits, "_" and "-" as "%" and the number of the UTF-16 unit. */
function keyOf(id: string): string {
  // By units, because encodeURIComponent throws on half a surrogate pair.
  return id
    .slice(0, MAX_KEY_LENGTH)
    .replace(/[^\w-]/g, (unit) => `%${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * Gives each item of a list a unique key, whatever IDs a server sent. Repeated ones get "~2", "~3" and so on, which no
 * ID's key contains.
 * @param items in the order of their rows
 * @returns each with its key, which has no slash; the same list always gives the same keys
 */
export function withKeys<T extends Identified>(
  items: readonly T[],
): readonly (readonly [key: string, item: T])[] {
  const counts = new Map<string, number>();
  return items.map((item) => {
    const key = item.id === undefined ? NO_ID : keyOf(item.id);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return [count === 1 ? key : `${key}~${count}`, item];
  });
}

/** The rows of a list below another row: the same row for the same key, each time with the newest item. */
export class ChildRows<T extends Identified, Row> {
  private readonly rows = new Map<string, Row>();

  constructor(
    private readonly create: (key: string, item: T) => Row,
    private readonly update: (row: Row, item: T) => void,
  ) {}

  /** @returns a row for each item, in the same order */
  of(items: readonly T[]): readonly Row[] {
    return withKeys(items).map(([key, item]) => {
      const row = this.rows.get(key) ?? this.create(key, item);
      this.update(row, item);
      this.rows.set(key, row);
      return row;
    });
  }
}
