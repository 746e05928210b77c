import { MOST_VALUES } from "../../base/limits";
import type { Scrubber } from "../../base/log/scrubber";
import { describeReply } from "./describeReply";
import { hostOf, OzError } from "./errors";
import { jsonExtent } from "./jsonExtent";
import type { HttpReply } from "./transport";

/** From where a reply came, and what must not be quoted of it. */
export interface Source {
  readonly origin: string;
  readonly scrubber: Scrubber;
}

/** What a reply says, and how many objects and lists stand in each other in there. */
export interface Parsed {
  readonly json: unknown;
  readonly depth: number;
}

/**
 * Parses the body of a good reply.
 * @throws OzError "notOzApi" when it never was JSON, as the page of a web site; "unreadable" when it is broken or has
 * more values than `MOST_VALUES`
 */
export function parseJson(reply: HttpReply, source: Source): unknown {
  return parseMeasured(reply, source).json;
}

/** As `parseJson`, for what may be nested too deeply to be gone through by recursion. */
export function parseMeasured(reply: HttpReply, source: Source): Parsed {
  const { values, depth } = jsonExtent(reply.text);
  try {
    // Before it is parsed: that alone would stop everything else.
    if (values <= MOST_VALUES) return { json: JSON.parse(reply.text), depth };
  } catch {
    if (/json/i.test(reply.header("content-type") ?? "") || /^\s*[[{]/.test(reply.text)) {
      throw unreadable(reply, source);
    }
    throw notOzApi(reply, source);
  }
  throw tooManyValues(reply, source);
}

function tooManyValues({ status }: HttpReply, { origin }: Source): OzError {
  const most = MOST_VALUES.toLocaleString("en");
  const message = `The reply of ${hostOf(origin)} has more than ${most} values, too many to be read: ask for less at a time.`;
  return new OzError("unreadable", message, { origin, status });
}

/** @returns the error for a reply that is JSON, but broken or not of the shape that is needed */
export function unreadable(reply: HttpReply, { origin }: Source): OzError {
  return new OzError(
    "unreadable",
    `The reply of ${hostOf(origin)} is broken or not from an Oz API: try again, and check the address.`,
    { origin, status: reply.status },
  );
}

/**
 * @param errorCode of the reply, where it has one
 * @returns the error for a reply that something other than an Oz API gave; it says in words what that was
 */
export function notOzApi(reply: HttpReply, { origin, scrubber }: Source, errorCode?: number): OzError {
  const answer = describeReply(reply, scrubber);
  return new OzError(
    "notOzApi",
    `${hostOf(origin)} is no Oz API, it answers with ${answer}: check the address and its path.`,
    { origin, status: reply.status, errorCode },
  );
}
