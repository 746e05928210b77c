import * as l10n from "@vscode/l10n";
import { MAX_QUOTED_TITLE, MAX_SEARCHED_HEAD } from "../../base/limits";
import type { Scrubber } from "../../base/log/scrubber";
import { isSuccess } from "./errorStatus";
import { hostOf } from "./hostInWords";
import { isBodyLost } from "./lostBody";
import { OzError } from "./ozError";
import { quoteServerText } from "./quoteServerText";
import type { HttpReply } from "./transport";

/** Where a reply came from, and what hides secrets when it is quoted. */
export interface ReplySource {
  readonly origin: string;
  readonly scrubber: Scrubber;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * @param errorCode of the reply, if it has one
 * @returns the error for a reply that no Oz API would send; its message says what was sent instead, and no more: the
 * server may be one that a proxy hides
 */
export function notOzApi(reply: HttpReply, { origin, scrubber }: ReplySource, errorCode?: number): OzError {
  const { status } = reply;
  const [host, body] = [hostOf(origin), describeBody(reply, scrubber)];
  const found = isSuccess(status)
    ? l10n.t("{0} replied with {1} instead of what an Oz API sends.", host, body)
    : l10n.t("{0} replied with status {1} and {2} instead of what an Oz API sends.", host, status, body);
  const advice = isWebPage(reply)
    ? l10n.t("Check the address and its path, and whether a proxy asks you to sign in first.")
    : l10n.t("Check the address and its path.");
  return new OzError("notOzApi", `${found} ${advice}`, { origin, status, errorCode });
}

/** @returns whether the reply is a web page; its content type does not tell, because Django sends any text as HTML */
export function isWebPage(reply: HttpReply): boolean {
  return /^\s*</.test(reply.text);
}

/** What a server replied with. Quotes nothing from the body but the title of a web page, which is meant to be shown. */
function describeBody(reply: HttpReply, scrubber: Scrubber): string {
  const { text } = reply;
  if (isBodyLost(reply))
    return l10n.t({ message: "a body that cannot be read", comment: "What a server replied with" });
  if (text.trim() === "") return l10n.t({ message: "an empty body", comment: "What a server replied with" });
  if (/^\s*[[{]/.test(text)) return l10n.t({ message: "other JSON", comment: "What a server replied with" });
  if (!isWebPage(reply)) return l10n.t({ message: "plain text", comment: "What a server replied with" });
  // The whole title, decoded: otherwise the scrubber would miss the part of a secret after an encoded `<`.
  const title = quoteServerText(
    decodeEntities(titleOf(text.slice(0, MAX_SEARCHED_HEAD))),
    MAX_QUOTED_TITLE,
    scrubber,
  );
  return title === ""
    ? l10n.t({ message: "a web page", comment: "What a server replied with" })
    : l10n.t({ message: "a web page, “{0}”,", args: [title], comment: "What a server replied with" });
}

/** @returns the HTML in the first title. Searched in steps, because one expression would take quadratic time. */
function titleOf(html: string): string {
  const tag = html.search(/<title/i);
  const begin = html.indexOf(">", tag) + 1;
  if (tag < 0 || begin === 0) return "";
  const title = html.slice(begin);
  return title.slice(0, Math.max(0, title.search(/<\/title/i)));
}

/** Decodes numbers and the common names: `&lt;`, `&#60;` and `&#x3c;` are `<`. */
function decodeEntities(html: string): string {
  return html
    .replace(/&#(\d{1,6});/g, (_, decimal: string) => String.fromCodePoint(Number(decimal)))
    .replace(/&#x([\da-f]{1,5});/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/&([a-z]+);/gi, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole);
}
