import { pick } from "../data/hash";
import type { FolderRef } from "../data/idCodec";

/** An invented person. */
export interface Person {
  readonly first: string;
  readonly last: string;
}

const PLAIN: readonly [Person, ...Person[]] = [
  { first: "Ada", last: "Quillfeather" },
  { first: "Bruno", last: "Marrowby" },
  { first: "Clio", last: "Vandersteen" },
  { first: "Dorian", last: "Peake" },
  { first: "Edda", last: "Lindqvist" },
  { first: "Farid", last: "Ostrowe" },
];

const NON_ASCII: readonly [Person, ...Person[]] = [
  { first: "Zoë", last: "Ångström-Šimůnek" },
  { first: "Мирослава", last: "Ветроградова" },
  { first: "葵", last: "星野川" },
  { first: "سلمى", last: "النجمي" },
  { first: "Αγλαΐα", last: "Θαλασσινού" },
  { first: "Søren 🦉", last: "Ødegård" },
];

/** @returns the person of a folder, always the same one */
export function personOf({ live, index }: FolderRef, nonAscii: boolean): Person {
  return pick(nonAscii ? NON_ASCII : PLAIN, Number(live), index);
}
