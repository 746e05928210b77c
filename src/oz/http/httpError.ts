import * as l10n from "@vscode/l10n";
import { duration } from "../../base/duration";
import { MAX_QUOTED_MESSAGE, MAX_VALUES } from "../../base/limits";
import { member, textMember } from "../../base/readJson";
import { meantStatus } from "./errorStatus";
import { hostOf } from "./hostInWords";
import { jsonExtent } from "./jsonExtent";
import { parseText } from "./jsonText";
import { isBodyLost } from "./lostBody";
import { notOzApi, type ReplySource } from "./notOzApi";
import { OzError, type OzErrorReason } from "./ozError";
import { inBrackets, quoteServerText } from "./quoteServerText";
import { dateOf } from "./serverClock";
import type { HttpReply } from "./transport";

/** Of HTTP; a higher one counts as an error of the server (section 15 of RFC 9110). */
const MAX_STATUS = 599;

const DAY = 24 * 60 * 60 * 1000;

/** The body of an error reply of Oz API (section 3 of oz-api.md). */
export interface ErrorBody {
  readonly code: number | undefined;
  readonly message: string | undefined;
  /** Any JSON. `details` in the documentation, `error_details` in the framework. */
  readonly details: unknown;
}

/**
 * Turns the reply of an error into an `OzError` (section 3 of oz-api.md) with the status it means, see `meantStatus`.
 * Never "notFound": whether a 404 is about an ID is known to those who asked for one, see `isMissing`.
 * @param path of the request
 * @param serverNow epoch milliseconds by the server's clock, for a Retry-After that is a date in a reply without `Date`
 */
export function httpError(reply: HttpReply, path: string, source: ReplySource, serverNow: number): OzError {
  const { origin, scrubber } = source;
  const body = readErrorBody(reply.text);
  const status = meantStatus(reply);
  // Without a body, nothing tells that a 404 is not from an Oz API.
  const reason = reasonOf(status, body !== undefined || isBodyLost(reply));
  if (reason === "notOzApi") return notOzApi(reply, source, body?.code);
  const serverMessage = quoteServerText(body?.message ?? "", MAX_QUOTED_MESSAGE, scrubber) || undefined;
  const retryAfter = readRetryAfter(reply.header("retry-after"), dateOf(reply) ?? serverNow);
  const asked = { host: hostOf(origin), path, status: reply.status, retryAfter };
  const isSame = reason === "tooManyRequests" && SAME.test(serverMessage ?? "");
  const message = sentence(reason, asked, inBrackets(isSame ? undefined : serverMessage));
  return new OzError(reason, message, {
    origin,
    status,
    errorCode: body?.code,
    retryAfter,
    serverMessage,
    refused: refusedParameter(body?.details),
  });
}

/** The framework names the parameter that it refuses as the details of the error (section 4.2 of oz-api.md). */
function refusedParameter(details: unknown): string | undefined {
  return typeof details === "string" && /^[a-z_.]{1,40}$/.test(details) ? details : undefined;
}

/**
 * Reads the body of an error reply.
 * @param text JSON, a proxy's HTML, or anything
 * @returns undefined if it has no `error_code`, and so is not from an Oz API, or has more values than `MAX_VALUES`
 */
export function readErrorBody(text: string): ErrorBody | undefined {
  const extent = jsonExtent(text);
  if (extent.values > MAX_VALUES) return undefined;
  let json: unknown;
  try {
    ({ json } = parseText(text, extent));
  } catch {
    return undefined;
  }
  const raw = member(json, "error_code");
  const code = typeof raw === "string" && raw.trim() !== "" ? Number(raw) : raw;
  if (typeof code !== "number" || !Number.isInteger(code)) return undefined;
  const details = member(json, "details") ?? member(json, "error_details");
  return { code, message: textMember(json, "error_message"), details };
}

/**
 * Reads the header Retry-After.
 * @param header seconds or an HTTP date
 * @param now epoch milliseconds by the clock of whoever sent it
 * @returns milliseconds to wait, from 0 to a day; undefined if the header is missing or invalid
 */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  // A header that was sent twice arrives as "20, 20".
  const seconds = /^(\d+)(?:, *\d+)*$/.exec(text)?.[1];
  // Date.parse would read "-5" as a date, and "delay 3600" as the year 3600.
  const isDate = /^(?:mon|tue|wed|thu|fri|sat|sun)/i.test(text);
  const wait = seconds === undefined ? (isDate ? Date.parse(text) - now : NaN) : Number(seconds) * 1000;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), DAY);
}

function reasonOf(status: number, mayBeOzApi: boolean): OzErrorReason {
  if (status === 401) return "signInNeeded";
  if (status === 403) return "forbidden";
  if (status === 404) return mayBeOzApi ? "noSuchPath" : "notOzApi";
  if (status === 407) return "proxySignIn";
  if (status === 408) return "timeout";
  if (status === 429) return "tooManyRequests";
  if (status === 511) return "networkSignIn";
  if (status >= 500) return "serverError";
  return status >= 400 ? "badRequest" : "notOzApi";
}

/** What a sentence about a reply names. */
interface Asked {
  readonly host: string;
  readonly path: string;
  readonly status: number;
  /** As in `OzError`. */
  readonly retryAfter: number | undefined;
}

/** What is said of a request by its path. The server's message is in brackets, see `inBrackets`. */
interface PathWords {
  readonly forbidden: (host: string, serverMessage: string) => string;
  readonly refused: (host: string, status: number, serverMessage: string) => string;
}

const PATHS: readonly (readonly [RegExp, PathWords])[] = [
  [
    /^\/api\/folders\/$/,
    {
      forbidden: (host, said) =>
        l10n.t(
          "{0} does not allow this account to list folders{1}. Ask an administrator for permission.",
          host,
          said,
        ),
      refused: (host, status, said) =>
        l10n.t("{0} refused the folder list, status {1}{2}.", host, status, said),
    },
  ],
  [
    /^\/api\/folders\/./,
    {
      forbidden: (host, said) =>
        l10n.t(
          "{0} does not allow this account to read this folder{1}. Ask an administrator for permission.",
          host,
          said,
        ),
      refused: (host, status, said) =>
        l10n.t("{0} refused the request for this folder, status {1}{2}.", host, status, said),
    },
  ],
  [
    /^\/api\/analyses\/./,
    {
      forbidden: (host, said) =>
        l10n.t(
          "{0} does not allow this account to read this analysis{1}. Ask an administrator for permission.",
          host,
          said,
        ),
      refused: (host, status, said) =>
        l10n.t("{0} refused the request for this analysis, status {1}{2}.", host, status, said),
    },
  ],
];

const OTHER_PATH: PathWords = {
  forbidden: (host, said) =>
    l10n.t("{0} does not allow this account to do that{1}. Ask an administrator for permission.", host, said),
  refused: (host, status, said) => l10n.t("{0} refused the request, status {1}{2}.", host, status, said),
};

/** A message that says no more than its status. */
const SAME = /^too many requests\.?$/i;

function wordsOf(path: string): PathWords {
  return PATHS.find(([pattern]) => pattern.test(path))?.[1] ?? OTHER_PATH;
}

function internalError({ host, status, retryAfter = 0 }: Asked, serverMessage: string): string {
  const what =
    status > MAX_STATUS
      ? l10n.t("{0} replied with status {1}, which HTTP does not have{2}.", host, status, serverMessage)
      : l10n.t("{0} has an internal error, status {1}{2}.", host, status, serverMessage);
  const when =
    retryAfter > 0 ? l10n.t("Try again in {0}.", duration(retryAfter)) : l10n.t("Try again later.");
  return `${what} ${when}`;
}

/** @param serverMessage the server's message in brackets, see `inBrackets` */
function sentence(reason: OzErrorReason, asked: Asked, serverMessage: string): string {
  const { host, path, status } = asked;
  switch (reason) {
    case "signInNeeded":
      return l10n.t("{0} asks you to sign in again{1}.", host, serverMessage);
    case "forbidden":
      return wordsOf(path).forbidden(host, serverMessage);
    case "noSuchPath":
      return l10n.t("{0} has no {1}{2}. Check the address and its path.", host, path, serverMessage);
    case "proxySignIn":
      return l10n.t("The proxy in front of {0} requires you to sign in. Check the proxy settings.", host);
    case "networkSignIn":
      return l10n.t(
        "The network between this computer and {0} requires you to sign in first. Open any web page in a browser to do so.",
        host,
      );
    case "timeout":
      return l10n.t(
        "{0} did not receive the request in time, status {1}{2}. Try again later.",
        host,
        status,
        serverMessage,
      );
    case "tooManyRequests":
      return l10n.t("{0} limits requests{1}.", host, serverMessage);
    case "serverError":
      return internalError(asked, serverMessage);
    default:
      return wordsOf(path).refused(host, status, serverMessage);
  }
}
