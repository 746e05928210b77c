import { hostOf, OzError } from "./errors";
import type { HttpReply } from "./transport";

/**
 * Parses the body of a good reply.
 * @throws OzError "notOzApi" when it never was JSON, as the page of a web site; "unreadable" when it is broken
 */
export function parseJson(reply: HttpReply, origin: string): unknown {
  try {
    return JSON.parse(reply.text);
  } catch {
    if (/json/i.test(reply.header("content-type") ?? "") || /^\s*[[{]/.test(reply.text)) {
      throw unreadable(reply, origin);
    }
    throw notOzApi(reply, origin);
  }
}

/** @returns the error for a reply that is JSON, but broken or not of the shape that is needed */
export function unreadable(reply: HttpReply, origin: string): OzError {
  return new OzError(
    "unreadable",
    `The reply of ${hostOf(origin)} is broken or not what an Oz API says: try again, and check the address.`,
    { origin, status: reply.status },
  );
}

/** @returns the error for a reply that something other than an Oz API gave */
export function notOzApi(reply: HttpReply, origin: string): OzError {
  return new OzError(
    "notOzApi",
    `${hostOf(origin)} answers, but not as an Oz API: check the address and its path.`,
    { origin, status: reply.status },
  );
}
