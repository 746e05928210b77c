/** Up to this length, insertion sort and copying are faster than V8's `sort` and `push`. */
const SHORT = 8;

/** Sorts an array in place. Nearly all lists in a reply are short. */
export function sortInPlace<T>(list: T[], compare: (a: T, b: T) => number): T[] {
  if (list.length > SHORT) return list.sort(compare);
  for (let end = 1; end < list.length; end += 1) {
    const item = list[end] as T;
    let place = end;
    for (; place > 0 && compare(list[place - 1] as T, item) > 0; place -= 1)
      list[place] = list[place - 1] as T;
    list[place] = item;
  }
  return list;
}

/**
 * Adds to a list that is usually short and stays in memory. An array that grows by `push` allocates room for 17 items
 * at once; a copy takes only what it needs.
 * @returns the list, or a copy that replaces it
 */
export function append<T>(list: T[] | undefined, item: T): T[] {
  if (!list) return [item];
  if (list.length < SHORT) return list.concat([item]);
  list.push(item);
  return list;
}

/** Missing times come first. */
export function compareTimes(a: number | undefined, b: number | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  return b === undefined ? 1 : a - b;
}

/** Compares by UTF-16 units, which gives the same order on every machine. A missing text counts as empty. */
export function compareTexts(a = "", b = ""): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
