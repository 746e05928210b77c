import { MAX_MARK, MAX_NAME } from "../../base/limits";
import { plainText } from "../../base/plainText";
import type { Naming } from "../../connections/savedConnection";

/** @returns what names a connection on screen, its mark first: "[Production] oz.example.com" */
export function connectionInWords(naming: Naming): string {
  const mark = markInWords(naming);
  const name = plainText(naming.name, MAX_NAME);
  return mark === "" ? name : `[${mark}] ${name}`;
}

/** @returns the word that marks a connection; "" if it has none */
export function markInWords({ mark = "" }: Naming): string {
  return plainText(mark, MAX_MARK);
}
