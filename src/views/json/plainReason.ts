import {
  MOST_DEPTH,
  MOST_LAID_OUT_ESCAPES,
  MOST_LAID_OUT_LENGTH,
  MOST_LAID_OUT_VALUES,
} from "../../base/limits";
import { jsonExtent } from "../../oz/http/jsonExtent";

/**
 * Tells what must not be laid out: jsonc-parser goes through it by recursion, is slow, and a short text may become a
 * very long one. The answer is the same for a text that was laid out and for one that was not.
 * @param text JSON
 * @returns why it is shown as received, in a sentence; undefined when it may be laid out
 */
export function plainReason(text: string): string | undefined {
  // Measured without the line break that ends what was laid out.
  if (text.length - 1 > MOST_LAID_OUT_LENGTH)
    return `Shown as received: this JSON has ${megabytes(text.length)}.`;
  if (hasMoreEscapes(text, MOST_LAID_OUT_ESCAPES)) {
    return `Shown as received: this JSON has more than ${MOST_LAID_OUT_ESCAPES.toLocaleString("en")} escapes.`;
  }
  const { depth, values, laidOut } = jsonExtent(text);
  if (depth > MOST_DEPTH)
    return `Shown as received: this JSON is nested more than ${MOST_DEPTH} levels deep.`;
  if (values > MOST_LAID_OUT_VALUES) {
    return `Shown as received: this JSON has more than ${MOST_LAID_OUT_VALUES.toLocaleString("en")} values.`;
  }
  if (laidOut <= MOST_LAID_OUT_LENGTH) return undefined;
  return `Shown as received: laid out, this JSON would have ${megabytes(laidOut)}.`;
}

function megabytes(length: number): string {
  return `${Math.ceil(length / 1024 / 1024)} MB`;
}

function hasMoreEscapes(text: string, most: number): boolean {
  let at = text.indexOf("\\");
  // What follows belongs to the escape, another backslash, too.
  for (let count = 0; at !== -1 && count < most; count += 1) at = text.indexOf("\\", at + 2);
  return at !== -1;
}
