import { isDeepStrictEqual } from "node:util";
import type { OzFolder } from "../../../src/oz/model/folder";
import { hasEnded } from "../../../src/status/effectiveStatus";
import { shouldMatch } from "../folders/filter/oracle";
import type { ModelWindow } from "./modelWindow";

/** The IDs of watched folders, and whether each was shown as running, or not yet, when it was watched. */
type Watched = ReadonlyMap<string, boolean>;

/**
 * Before the user refreshes: the list is as the server has it, and nothing is missing in it.
 * @param rows the folders of the list, newest first, down to the first that may be missing
 */
export function outdated(rows: readonly OzFolder[], truth: readonly OzFolder[]): string[] {
  const listed = new Map(rows.map((folder) => [folder.id, folder]));
  const oldest = rows.at(-1)?.createdAt ?? Infinity;
  return truth.flatMap((folder) => {
    const shown = listed.get(folder.id);
    if (!shown) return (folder.createdAt ?? 0) > oldest ? [`${folder.id} is missing`] : [];
    return isDeepStrictEqual(shown.json, folder.json) ? [] : [`${folder.id} is outdated`];
  });
}

/** After the user has refreshed and loaded all: everything is as the server has it. */
export function different({ folders: { store, filter } }: ModelWindow, truth: readonly OzFolder[]): string[] {
  const { all, hasMore, totalCount } = store.current;
  const expected = (folders: readonly OzFolder[]): string[] => folders.map(({ id }) => id).sort();
  const problems: string[] = [];
  if (hasMore) problems.push("the list has no end");
  if (totalCount !== truth.length) problems.push(`the total is ${totalCount} instead of ${truth.length}`);
  const [shown, there] = [expected(all), expected(truth)];
  if (!isDeepStrictEqual(shown, there)) {
    problems.push(
      `${shown.filter((id) => !there.includes(id)).length} rows too many, ${there.filter((id) => !shown.includes(id)).length} missing`,
    );
  }
  const { current } = filter;
  if (current?.hasMore) problems.push("the filter has no end");
  const matching = current && truth.filter(({ json }) => shouldMatch(current.filter, {}, json));
  if (matching && !isDeepStrictEqual(expected(current.all), expected(matching))) {
    problems.push(`the filter shows ${current.all.length} instead of ${matching.length}`);
  }
  return problems;
}

/** What a window believes of the watched folders is what the server says. */
export function wronglyWatched(
  { folders: { watches } }: ModelWindow,
  watched: Watched,
  truth: readonly OzFolder[],
): string[] {
  const byId = new Map(truth.map((folder) => [folder.id, folder]));
  const wrong = [...watched.keys()].filter((id) => {
    const folder = byId.get(id);
    if (!folder) return !watches.isGone(id);
    return watches.isGone(id) || watches.resting.includes(id) !== hasEnded(folder.resolution);
  });
  const same = isDeepStrictEqual(new Set(watches.ids), new Set(watched.keys()));
  return [
    ...wrong.map((id) => `watched ${id} is ${watches.isGone(id) ? "gone" : "there"}, but not on the server`),
    ...(same ? [] : ["other folders are watched"]),
  ];
}

/** Each end is told, once and by one window. */
export function wronglyTold(
  windows: readonly ModelWindow[],
  watched: Watched,
  truth: readonly OzFolder[],
): string[] {
  const told = windows.flatMap((window) => window.told);
  const byId = new Map(truth.map((folder) => [folder.id, folder]));
  return [...watched].flatMap(([id, wasRunning]) => {
    const count = (reason: string): number =>
      told.filter((end) => end.id === id && end.reason === reason).length;
    const folder = byId.get(id);
    if (!folder) return count("removed") === 1 ? [] : [`${id} was told to be gone ${count("removed")} times`];
    const mustTell = wasRunning && hasEnded(folder.resolution);
    if (mustTell && count("ended") === 0) return [`the end of ${id} was not told`];
    // Each group ends once.
    return count("ended") > folder.resolution.groups.length ? [`the end of ${id} was told twice`] : [];
  });
}
