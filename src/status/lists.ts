/** Up to here, sorting by insertion and copying cost less than what V8 has for lists of any length. */
const SHORT = 8;

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
 * Adds to a list that is mostly short and stays in memory. One that grows by `push` has room for 17 from the first
 * on; a copy is as large as what it holds.
 * @returns the list, or its copy: the one to go on with
 */
export function append<T>(list: T[] | undefined, item: T): T[] {
  if (!list) return [item];
  if (list.length < SHORT) return list.concat([item]);
  list.push(item);
  return list;
}
