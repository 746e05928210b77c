/** Up to here, sorting by insertion costs less than the machinery of `sort`. */
const SHORT = 16;

/** Sorts an array in place; nearly all that a server sends are short. */
export function putInOrder<T>(list: T[], compare: (a: T, b: T) => number): T[] {
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
 * Adds to a list that mostly has no more than one item and stays in memory: an array literal takes as much as it
 * holds, one that grows by `push` has room for 17 from the first on.
 */
export function append<T>(list: T[] | undefined, item: T): T[] {
  if (!list) return [item];
  list.push(item);
  return list;
}
