import { MAX_HOST_LENGTH, MAX_QUOTED_PLACE, MAX_REDIRECTS } from "../../base/limits";
import type { Scrubber } from "../../base/log/scrubber";
import { hostOf, keepEnd } from "./hostInWords";
import type { ReplySource } from "./notOzApi";
import { OzError } from "./ozError";
import { quoteServerText } from "./quoteServerText";
import type { HttpRequest, ReplyHead } from "./transport";

const ASK = "Ask the administrator of the server, or of the proxy in front of it.";

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Reads the target of a redirect. It must have the same origin, because credentials are sent along. A POST is repeated
 * only where nothing but a final slash differs: elsewhere it might mean something else.
 * @param sent the request that was redirected
 * @param hops how many redirects were followed before
 * @returns undefined if the reply is not a redirect
 * @throws OzError "notOzApi", naming the target, for a redirect that is not followed
 */
export function redirectTarget(
  reply: ReplyHead,
  { method, url }: Pick<HttpRequest, "method" | "url">,
  hops: number,
  { scrubber }: ReplySource,
): string | undefined {
  const { status } = reply;
  if (!REDIRECTS.has(status)) return undefined;
  const { origin, pathname, search } = new URL(url);
  const target = readLocation(reply.header("location"), url);
  const fail = (what: string): OzError =>
    new OzError("notOzApi", `${hostOf(origin)} ${what}`, { origin, status });
  if (target?.origin !== origin) throw fail(whyNotThere(reply, target, origin, scrubber));
  // node-fetch refuses such a URL, and Oz API knows no such password.
  if (target.username !== "" || target.password !== "")
    throw fail(`redirects to an address with a user name or a password in it. ${ASK}`);
  const isRepeatable =
    method === "GET" ||
    (status !== 303 && withoutSlash(target.pathname) === withoutSlash(pathname) && target.search === search);
  if (isRepeatable && hops < MAX_REDIRECTS) return target.href;
  const path = quoteServerText(target.pathname, MAX_QUOTED_PLACE, scrubber);
  throw fail(
    isRepeatable
      ? `keeps redirecting, the last time to ${path}. Check the address and its path.`
      : `redirects to ${path} instead of replying. Check the address and its path, and whether a proxy asks you to sign in first.`,
  );
}

/** @returns what follows the host in the sentence about a redirect to another origin, or to none */
function whyNotThere(reply: ReplyHead, target: URL | undefined, origin: string, scrubber: Scrubber): string {
  if (reply.header("location") === undefined) return `redirects without a clear target. ${ASK}`;
  const place = inWords(target, scrubber);
  // As a proxy does that ends TLS without telling the server.
  if (origin.startsWith("https:") && target?.protocol === "http:")
    return `redirects to ${place}, which is not encrypted. Have the server, or the proxy in front of it, redirect to https://.`;
  return `redirects to ${place}, where your credentials must not go. If that is the Oz API, use its address.`;
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, "");
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
    ? keepEnd(quoteServerText(target.origin, Infinity, scrubber), MAX_QUOTED_PLACE)
    : "another place";
}
