import { isObject, type JsonObject } from "../../../src/base/readJson";

/** Where a member is: the names that lead to it, lists left out. */
export type Path = readonly string[];

/** What a member is instead. */
export const CHANGES: readonly (readonly [id: string, words: string, value: (old: unknown) => unknown])[] = [
  ["missing", "is missing", (): undefined => undefined],
  ["null", "is null", (): null => null],
  ["wrong-type", "has another type", otherType],
];

/** @returns a value of another type than it has in any reply: `null` may stand for anything */
function otherType(old: unknown): unknown {
  if (typeof old === "string") return 7;
  if (typeof old === "number" || typeof old === "boolean") return { not: "this" };
  return Array.isArray(old) ? { 0: "no list" } : "neither list nor object";
}

/** Their members are named by whoever sends media, or by analyses of their own. */
const FREE = /^(technical_)?meta_data$/;

/** @returns all members that JSON has, by the names that lead to them */
export function membersOf(json: unknown, before: Path = []): ReadonlyMap<string, Path> {
  if (Array.isArray(json)) return new Map(json.flatMap((item: unknown) => [...membersOf(item, before)]));
  if (!isObject(json)) return new Map();
  return new Map(
    Object.entries(json).flatMap(([name, value]): [string, Path][] => {
      const path = [...before, name];
      return [[path.join("."), path], ...(FREE.test(name) ? [] : membersOf(value, path))];
    }),
  );
}

/** @returns the same JSON with a member changed wherever it is */
export function changed(json: unknown, [name, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (Array.isArray(json)) return json.map((item) => changed(item, [name!, ...rest], change));
  if (!isObject(json) || name === undefined || !(name in json)) return json;
  const value = rest.length === 0 ? change(json[name]) : changed(json[name], rest, change);
  return { ...json, [name]: value };
}

/** @returns a reply with each of its folders rewritten: of a list all, or the one that it is */
export function withFolders(json: unknown, rewrite: (folder: unknown) => unknown): unknown {
  const items = isObject(json) ? json.items : undefined;
  return Array.isArray(items) ? { ...(json as JsonObject), items: items.map(rewrite) } : rewrite(json);
}
