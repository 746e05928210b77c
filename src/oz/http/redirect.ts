import type { Scrubber } from "../../base/log/scrubber";
import { hostOf, keepEnd } from "./hostInWords";
import type { ReplySource } from "./notOzApi";
import { OzError } from "./ozError";
import { quoteServerText } from "./quoteServerText";
import type { HttpReply } from "./transport";

/** Redirects that keep the method. Servers send them to add or remove a final slash. */
const FOLLOWED: ReadonlySet<number> = new Set([301, 302, 307, 308]);

/** Characters of a host name that DNS allows. */
const MAX_HOST_LENGTH = 253;

/** Characters of an origin that fit in a sentence. */
const MAX_QUOTE_LENGTH = 100;

/**
 * Reads the target of a redirected GET. It must have the same origin, because the access token is sent along.
 * @param url of the request
 * @returns undefined if the reply is not a redirect
 * @throws OzError "notOzApi" for a redirect to another origin or without a valid target
 */
export function redirectTarget(reply: HttpReply, url: string, { scrubber }: ReplySource): string | undefined {
  if (!FOLLOWED.has(reply.status)) return undefined;
  const { origin } = new URL(url);
  const target = readLocation(reply.header("location"), url);
  if (target?.origin === origin) return target.href;
  throw new OzError(
    "notOzApi",
    `${hostOf(origin)} redirects to ${inWords(target, scrubber)}, where your access token must not go. If that is the Oz API, use its address.`,
    { origin, status: reply.status },
  );
}

function readLocation(location: string | undefined, base: string): URL | undefined {
  if (location === undefined) return undefined;
  try {
    return new URL(location, base);
  } catch {
    return undefined;
  }
}

/** @returns where a redirect leads; a long host keeps its end, which tells who owns it */
function inWords(target: URL | undefined, scrubber: Scrubber): string {
  const isSite = target && /^https?:$/.test(target.protocol) && target.hostname.length <= MAX_HOST_LENGTH;
  return isSite
    ? keepEnd(quoteServerText(target.origin, Infinity, scrubber), MAX_QUOTE_LENGTH)
    : "another place";
}
