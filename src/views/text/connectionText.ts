import { MAX_NAME } from "../../base/limits";
import { plainText } from "../../base/plainText";
import type { SavedConnection } from "../../connections/savedConnection";

/** @returns what names a connection on screen */
export function connectionInWords({ name }: SavedConnection): string {
  return plainText(name, MAX_NAME);
}
