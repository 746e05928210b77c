import type { Scrubber } from "../../base/log/scrubber";
import { htmlText } from "./htmlText";
import { quoteServerText } from "./quoteServerText";
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
export function describeReply(reply: HttpReply, scrubber: Scrubber): string {
  const isGood = reply.status >= 200 && reply.status <= 299;
  return `${isGood ? "" : `status ${reply.status} and `}${describeBody(reply, scrubber)}`;
}

function describeBody(reply: HttpReply, scrubber: Scrubber): string {
  const { text } = reply;
  if (text.trim() === "") return "an empty reply";
  if (/^\s*[[{]/.test(text)) return "other data";
  if (!isWebPage(reply)) return "plain text";
  // Whole and as it reads, or a part of a secret with a `<` in it would stay.
  const title = quoteServerText(htmlText(titleOf(text.slice(0, HEAD))), LONGEST, scrubber);
  return title === "" ? "a web page" : `a web page, “${title}”`;
}

/** The HTML in the first title. Step by step: one expression would look for the end anew from each further begin. */
function titleOf(html: string): string {
  const tag = html.search(/<title/i);
  const begin = html.indexOf(">", tag) + 1;
  if (tag < 0 || begin === 0) return "";
  const title = html.slice(begin);
  return title.slice(0, Math.max(0, title.search(/<\/title/i)));
}
