import { MAX_VALUES } from "../../base/limits";
import { hostOf } from "./hostInWords";
import { jsonExtent } from "./jsonExtent";
import { notOzApi, type ReplySource } from "./notOzApi";
import { OzError } from "./ozError";
import type { HttpReply } from "./transport";

/** The JSON of a reply, and how deeply its objects and lists are nested. */
export interface Parsed {
  readonly json: unknown;
  readonly depth: number;
}

/**
 * Parses the body of a 2xx reply.
 * @throws OzError "notOzApi" if it is not JSON, such as a web page; "unreadable" if it is broken JSON or has more values
 * than `MAX_VALUES`
 */
export function parseJson(reply: HttpReply, source: ReplySource): unknown {
  return parseMeasured(reply, source).json;
}

/** As `parseJson`; also returns the depth, for JSON that may be nested too deeply for recursion. */
export function parseMeasured(reply: HttpReply, source: ReplySource): Parsed {
  const { values, depth } = jsonExtent(reply.text);
  try {
    // Checked before parsing, because parsing alone would block the extension host.
    if (values <= MAX_VALUES) return { json: JSON.parse(reply.text), depth };
  } catch {
    if (/json/i.test(reply.header("content-type") ?? "") || /^\s*[[{]/.test(reply.text)) {
      throw unreadable(reply, source);
    }
    throw notOzApi(reply, source);
  }
  throw tooManyValues(reply, source);
}

/** @returns the error for a reply that is JSON, but broken or not of the expected shape */
export function unreadable({ status }: HttpReply, { origin }: ReplySource): OzError {
  const message = `The reply from ${hostOf(origin)} is damaged or not from an Oz API. Try again, and check the address.`;
  return new OzError("unreadable", message, { origin, status });
}

function tooManyValues({ status }: HttpReply, { origin }: ReplySource): OzError {
  const limit = MAX_VALUES.toLocaleString("en");
  const message = `The reply from ${hostOf(origin)} has more than ${limit} values, which is too many. Request less at a time.`;
  return new OzError("unreadable", message, { origin, status });
}
