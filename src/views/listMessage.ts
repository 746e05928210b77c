import type { Folders } from "../folders/folders";
import { emptyListText } from "./emptyList";
import { filterMessage } from "./text/filterText";
import { folderCount } from "./text/folderText";
import { timeOfDay } from "./text/formatTime";

/**
 * @param now epoch milliseconds
 * @param role of the account, where the server told one
 * @returns what stands above the rows of the list: the filter, how old they are while the server cannot be read,
 * or why there are none; undefined when there is nothing to say
 */
export function listMessage(
  { store, health, filter }: Pick<Folders, "store" | "health" | "filter">,
  now: number,
  role: string | undefined,
): string | undefined {
  const asOf = health.failure?.lastAnswer;
  if (filter.current) {
    const age = asOf === undefined ? "" : ` As of ${timeOfDay(asOf)}.`;
    return `${filterMessage(filter.current, now)}${age}`;
  }
  if (!store.current.loaded) return undefined;
  const count = store.current.all.length;
  if (asOf !== undefined && count > 0) {
    return `${folderCount(count)}, as of ${timeOfDay(asOf)}.`;
  }
  return count === 0 && role !== undefined ? emptyListText(role) : undefined;
}
