import * as l10n from "@vscode/l10n";
import { MAX_HOST_LENGTH, MAX_QUOTED_PLACE, MAX_REDIRECTS } from "../../base/limits";
import type { Scrubber } from "../../base/log/scrubber";
import { hostOf, keepEnd } from "./hostInWords";
import type { ReplySource } from "./notOzApi";
import { OzError } from "./ozError";
import { quoteServerText } from "./quoteServerText";
import type { HttpRequest, ReplyHead } from "./transport";

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
  const host = hostOf(origin);
  const fail = (message: string): OzError => new OzError("notOzApi", message, { origin, status });
  if (target?.origin !== origin) throw fail(whyNotThere(reply, target, origin, scrubber));
  // node-fetch refuses such a URL, and Oz API knows no such password.
  if (target.username !== "" || target.password !== "")
    throw fail(
      l10n.t(
        "{0} redirects to an address with a user name or a password in it. Ask the administrator of the server, or of the proxy in front of it.",
        host,
      ),
    );
  const isRepeatable =
    method === "GET" ||
    (status !== 303 && withoutSlash(target.pathname) === withoutSlash(pathname) && target.search === search);
  if (isRepeatable && hops < MAX_REDIRECTS) return target.href;
  const path = quoteServerText(target.pathname, MAX_QUOTED_PLACE, scrubber);
  throw fail(
    isRepeatable
      ? l10n.t("{0} keeps redirecting, the last time to {1}. Check the address and its path.", host, path)
      : l10n.t(
          "{0} redirects to {1} instead of replying. Check the address and its path, and whether a proxy asks you to sign in first.",
          host,
          path,
        ),
  );
}

/** @returns the sentence about a redirect to another origin, or to none */
function whyNotThere(reply: ReplyHead, target: URL | undefined, origin: string, scrubber: Scrubber): string {
  const host = hostOf(origin);
  if (reply.header("location") === undefined)
    return l10n.t(
      "{0} redirects without a clear target. Ask the administrator of the server, or of the proxy in front of it.",
      host,
    );
  const place = inWords(target, scrubber);
  // As a proxy does that ends TLS without telling the server.
  if (origin.startsWith("https:") && target?.protocol === "http:")
    return l10n.t(
      "{0} redirects to {1}, which is not encrypted. Have the server, or the proxy in front of it, redirect to https://.",
      host,
      place,
    );
  return l10n.t(
    "{0} redirects to {1}, where your credentials must not go. If that is the Oz API, use its address.",
    host,
    place,
  );
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
    : l10n.t({ message: "another place", comment: "Where a redirect leads" });
}
