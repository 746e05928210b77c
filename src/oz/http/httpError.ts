import { MAX_VALUES } from "../../base/limits";
import { member, textMember } from "../../base/readJson";
import { hostOf } from "./hostInWords";
import { jsonExtent } from "./jsonExtent";
import { notOzApi, type ReplySource } from "./notOzApi";
import { OzError, type OzErrorReason } from "./ozError";
import { inBrackets, quoteServerText } from "./quoteServerText";
import type { HttpReply } from "./transport";

/** The `error_code` for an object that does not exist. */
const NOT_EXIST = 10;

const DAY = 24 * 60 * 60 * 1000;

/** The body of an error reply of Oz API (section 3 of oz-api.md). */
export interface ErrorBody {
  readonly code: number | undefined;
  readonly message: string | undefined;
  /** Any JSON. `details` in the documentation, `error_details` in the framework. */
  readonly details: unknown;
}

/**
 * Turns a reply that is not 2xx into an error (section 3 of oz-api.md).
 * @param now epoch milliseconds, for a Retry-After that is a date
 */
export function httpError(reply: HttpReply, source: ReplySource, now: number): OzError {
  const { origin, scrubber } = source;
  const body = readErrorBody(reply.text);
  const reason = reasonOf(reply.status, body);
  if (reason === "notOzApi") return notOzApi(reply, source, body?.code);
  const serverMessage = quoteServerText(body?.message ?? "", 160, scrubber) || undefined;
  const message = sentence(reason, hostOf(origin), reply.status, inBrackets(serverMessage));
  return new OzError(reason, message, {
    origin,
    status: reply.status,
    errorCode: body?.code,
    retryAfter: readRetryAfter(reply.header("retry-after"), now),
    serverMessage,
  });
}

/**
 * Reads the body of an error reply.
 * @param text JSON, a proxy's HTML, or anything
 * @returns undefined if it has no `error_code`, and so is not from an Oz API, or has more values than `MAX_VALUES`
 */
export function readErrorBody(text: string): ErrorBody | undefined {
  if (jsonExtent(text).values > MAX_VALUES) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
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
 * @param now epoch milliseconds
 * @returns milliseconds to wait, from 0 to a day; undefined if the header is missing or invalid
 */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  // Date.parse would read "-5" and "2.5" as dates.
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : /[a-z]/i.test(text) ? Date.parse(text) - now : NaN;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), DAY);
}

function reasonOf(status: number, body: ErrorBody | undefined): OzErrorReason {
  if (status === 401) return "signInNeeded";
  if (status === 403) return "forbidden";
  if (status === 404) return body?.code === NOT_EXIST ? "notFound" : "notOzApi";
  if (status === 429) return "tooManyRequests";
  if (status >= 500) return "serverError";
  return status >= 400 ? "badRequest" : "notOzApi";
}

/** @param serverMessage the server's message in brackets, see `inBrackets` */
function sentence(reason: OzErrorReason, host: string, status: number, serverMessage: string): string {
  switch (reason) {
    case "signInNeeded":
      return `${host} asks you to sign in again${serverMessage}.`;
    case "forbidden":
      return `${host} does not allow this account to do that${serverMessage}. Ask an administrator for permission.`;
    case "notFound":
      return `${host} has nothing with that ID${serverMessage}. Check the ID, and that this account may see it.`;
    case "tooManyRequests":
      return `${host} is receiving too many requests${serverMessage}. Wait a little.`;
    case "serverError":
      return `${host} has an internal error, status ${status}${serverMessage}. Try again later.`;
    default:
      return status === 407
        ? `The proxy in front of ${host} requires you to sign in. Check the proxy settings.`
        : `${host} rejected the request, status ${status}${serverMessage}. Its version may not support it.`;
  }
}
