import * as l10n from "@vscode/l10n";
import { inDigits } from "../../base/language";
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
  throw tooLarge(
    l10n.t({ message: "{0} values", args: [inDigits(MAX_VALUES)], comment: "How large a reply may be" }),
    { ...source, status: reply.status },
  );
}

/** @returns the error for a reply that is JSON, but broken or not of the expected shape */
export function unreadable(reply: HttpReply, { origin, scrubber }: ReplySource): OzError {
  const [host, encoding] = [hostOf(origin), foreignEncoding(reply)];
  const message =
    encoding !== undefined
      ? l10n.t(
          "The reply from {0} is compressed as “{1}”, which was not asked for. Have the server, or the proxy in front of it, send gzip or nothing compressed.",
          host,
          quoteServerText(encoding, 40, scrubber),
        )
      : reply.text === ""
        ? l10n.t("The reply from {0} is empty. Try again, and check the address.", host)
        : l10n.t(
            "The reply from {0} is damaged or not from an Oz API. Try again, and check the address.",
            host,
          );
  return new OzError("unreadable", message, { origin, status: reply.status });
}
