import { hostOf, OzError } from "./errors";
import type { Source } from "./parseReply";
import { quoteServerText } from "./quoteServerText";
import type { HttpReply } from "./transport";

/** Redirects that keep the method; both ways of writing a path, with and without a final slash, are in use. */
const followed: ReadonlySet<number> = new Set([301, 302, 307, 308]);

/**
 * Says where a reply sends a GET on to. Only ever to the origin that it came from: the access token goes along.
 * @param url of the request that the reply answers
 * @returns undefined when the reply is no redirect
 * @throws OzError "notOzApi" for a redirect to another origin or to nowhere
 */
export function redirectTarget(reply: HttpReply, url: string, { scrubber }: Source): string | undefined {
  if (!followed.has(reply.status)) return undefined;
  const { origin } = new URL(url);
  const target = readLocation(reply.header("location"), url);
  if (target?.origin === origin) return target.href;
  const elsewhere =
    target && /^https?:$/.test(target.protocol)
      ? quoteServerText(target.origin, 100, scrubber)
      : "another place";
  throw new OzError(
    "notOzApi",
    `${hostOf(origin)} sends you on to ${elsewhere}, where your access token must not go: if that is the Oz API, use its address.`,
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
