import type { Evidence } from "./evidence";
import { sendsOther } from "./expectations";
import type { Screen } from "./screen";

/** An age, which grows. */
const AGES = /\d+ ?(s|min|m|h)\b( \d+ (s|min))?( ago)?|(just )?now\b/g;

/** Lines that tell of a failure above what was last known. */
const MARKS = /^> .*\n+/gm;

/** @returns what was on screen before the fault, and is gone or has changed by it */
export function changesOf({ before, during, fault, moment }: Evidence): readonly string[] {
  // Other data are the server's word, also of a folder's groups.
  const isWord = sendsOther(fault);
  const places: readonly (readonly [what: string, read: (screen: Screen) => ReadonlyMap<string, string>])[] =
    [
      ["rows", isWord ? foldersOf : rowsOf],
      ["watched folders", watchedOf],
      // A window that starts has kept nothing of them but that they were open.
      ["documents", moment.id === "restored" ? openOf : documentsOf],
    ];
  return places.flatMap(([what, read]) => {
    const [old, now] = [read(before), read(during)];
    const lost = [...old.keys()].filter((id) => !now.has(id));
    const changed = isWord ? [] : [...old].filter(([id, text]) => now.has(id) && now.get(id) !== text);
    const [first] = changed;
    return [
      ...(lost.length > 0 ? [`${lost.length} ${what} are gone, such as ${lost[0]}`] : []),
      ...(first
        ? [`${changed.length} ${what} have changed: ${firstChange(first[1], now.get(first[0])!)}`]
        : []),
    ];
  });
}

/** What each folder's row says, and that all rows below it are there. */
function rowsOf(screen: Screen): ReadonlyMap<string, string> {
  const below = screen.rows.filter(({ id }) => id.startsWith("folder/"));
  return new Map([...below.map(({ id }) => [id, ""] as const), ...foldersOf(screen)]);
}

function foldersOf({ rows }: Screen): ReadonlyMap<string, string> {
  const folders = rows.filter(({ id }) => /^folder\/[^/]+$/.test(id));
  return new Map(folders.map(({ id, description }) => [id, description.replace(AGES, "")]));
}

function watchedOf({ watched }: Screen): ReadonlyMap<string, string> {
  return new Map(watched.map(({ id, label }) => [id, label]));
}

function documentsOf({ documents }: Screen): ReadonlyMap<string, string> {
  return new Map(documents.map(({ uri, text }) => [uri, text.replace(MARKS, "").replace(AGES, "")]));
}

function openOf({ documents }: Screen): ReadonlyMap<string, string> {
  return new Map(documents.map(({ uri }) => [uri, ""]));
}

/** @returns the first line in which texts differ, as it was and as it is */
function firstChange(before: string, after: string): string {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const index = old.findIndex((line, at) => line !== now[at]);
  return `${old[index] ?? "the end"} → ${now[index] ?? "the end"}`;
}
