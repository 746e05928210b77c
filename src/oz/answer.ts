import type { Scrubber } from "../log/scrubber";
import { htmlText } from "./htmlText";
import { quotable } from "./quotable";
import type { HttpReply } from "./transport";

const LONGEST = 60;

/** Characters in which a page has its title, if it has one. */
const HEAD = 10_000;

/** @returns whether the reply is a page for a browser; its content type alone says too little, since Django calls any text HTML */
export function isWebPage(reply: HttpReply): boolean {
  return /^\s*</.test(reply.text);
}

/**
 * Says what a reply is that no Oz API would give. Of its body only the title of a page is quoted, which is meant for
 * reading.
 * @returns what stands behind "answers with"
 */
export function describeAnswer(reply: HttpReply, scrubber: Scrubber): string {
  const isGood = reply.status >= 200 && reply.status <= 299;
  return `${isGood ? "" : `status ${reply.status} and `}${describeBody(reply, scrubber)}`;
}

function describeBody(reply: HttpReply, scrubber: Scrubber): string {
  const { text } = reply;
  if (text.trim() === "") return "an empty reply";
  if (/^\s*[[{]/.test(text)) return "other data";
  if (!isWebPage(reply)) return "plain text";
  // Whole and as it reads, or a part of a secret with a `<` in it would stay.
  const html = /<title[^>]*>(.*?)<\/title/is.exec(text.slice(0, HEAD))?.[1] ?? "";
  const title = quotable(htmlText(html), LONGEST, scrubber);
  return title === "" ? "a web page" : `a web page, “${title}”`;
}
