import type { Scrubber } from "../log/scrubber";
import { describeAnswer } from "./answer";
import { hostOf, OzError } from "./errors";
import type { HttpReply } from "./transport";

/** From where a reply came, and what must not be quoted of it. */
export interface Source {
  readonly origin: string;
  readonly scrubber: Scrubber;
}

/**
 * Parses the body of a good reply.
 * @throws OzError "notOzApi" when it never was JSON, as the page of a web site; "unreadable" when it is broken
 */
export function parseJson(reply: HttpReply, source: Source): unknown {
  try {
    return JSON.parse(reply.text);
  } catch {
    if (/json/i.test(reply.header("content-type") ?? "") || /^\s*[[{]/.test(reply.text)) {
      throw unreadable(reply, source);
    }
    throw notOzApi(reply, source);
  }
}

/** @returns the error for a reply that is JSON, but broken or not of the shape that is needed */
export function unreadable(reply: HttpReply, { origin }: Source): OzError {
  return new OzError(
    "unreadable",
    `The reply of ${hostOf(origin)} is broken or not what an Oz API says: try again, and check the address.`,
    { origin, status: reply.status },
  );
}

/**
 * @param errorCode of the reply, where it has one
 * @returns the error for a reply that something other than an Oz API gave; it says in words what that was
 */
export function notOzApi(reply: HttpReply, { origin, scrubber }: Source, errorCode?: number): OzError {
  const answer = describeAnswer(reply, scrubber);
  return new OzError(
    "notOzApi",
    `${hostOf(origin)} is no Oz API, it answers with ${answer}: check the address and its path.`,
    { origin, status: reply.status, errorCode },
  );
}
