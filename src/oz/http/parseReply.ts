import { MAX_VALUES } from "../../base/limits";
import { hostOf } from "./hostInWords";
import { jsonExtent } from "./jsonExtent";
import { parseText, type ParsedText } from "./jsonText";
import { foreignEncoding } from "./lostBody";
import { notOzApi, type ReplySource } from "./notOzApi";
import { OzError, tooLarge } from "./ozError";
import { quoteServerText } from "./quoteServerText";
import type { HttpReply } from "./transport";

/** The JSON of a reply, what was left out of it, and how deeply its objects and lists are nested. */
export interface Parsed extends ParsedText {
  readonly depth: number;
}

/**
 * Parses the body of a 2xx reply, see `parseText`.
 * @throws OzError "notOzApi" if it is not JSON, such as a web page; "unreadable" if it is broken JSON or has more values
 * than `MAX_VALUES`
 */
export function parseJson(reply: HttpReply, source: ReplySource): unknown {
  return parseMeasured(reply, source).json;
}

/** As `parseJson`; also returns the depth, for JSON that may be nested too deeply for recursion, and what was left out. */
export function parseMeasured(reply: HttpReply, source: ReplySource): Parsed {
  const extent = jsonExtent(reply.text);
  try {
    // Checked before parsing, because parsing alone would block the extension host.
    if (extent.values <= MAX_VALUES) return { ...parseText(reply.text, extent), depth: extent.depth };
  } catch {
    if (foreignEncoding(reply) !== undefined) throw unreadable(reply, source);
    if (/json/i.test(reply.header("content-type") ?? "") || /^\s*[[{]/.test(reply.text)) {
      throw unreadable(reply, source);
    }
    throw notOzApi(reply, source);
  }
  throw tooLarge(`${MAX_VALUES.toLocaleString("en")} values`, { ...source, status: reply.status });
}

/** @returns the error for a reply that is JSON, but broken or not of the expected shape */
export function unreadable(reply: HttpReply, { origin, scrubber }: ReplySource): OzError {
  const encoding = foreignEncoding(reply);
  const fault =
    encoding !== undefined
      ? `is compressed as “${quoteServerText(encoding, 40, scrubber)}”, which was not asked for. Have the server, or the proxy in front of it, send gzip or nothing compressed.`
      : reply.text === ""
        ? "is empty. Try again, and check the address."
        : "is damaged or not from an Oz API. Try again, and check the address.";
  const message = `The reply from ${hostOf(origin)} ${fault}`;
  return new OzError("unreadable", message, { origin, status: reply.status });
}
