import { MAX_MARK, MAX_NAME } from "../../base/limits";
import { plainText } from "../../base/plainText";
import type { Naming } from "../../connections/savedConnection";

/** @returns what names a connection on screen, its mark first: "[Production] oz.example.com" */
export function connectionInWords(naming: Naming): string {
  return withMark(naming, plainText(naming.name, MAX_NAME));
}

/** @returns other words for a connection, its mark first */
export function withMark(naming: Naming, words: string): string {
  const mark = markInWords(naming);
  return mark === "" ? words : `[${mark}] ${words}`;
}

/** @returns the word that marks a connection; "" if it has none */
export function markInWords({ mark = "" }: Naming): string {
  return plainText(mark, MAX_MARK);
}
