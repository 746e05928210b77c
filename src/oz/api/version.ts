import { MAX_NAME, MAX_VALUES } from "../../base/limits";
import { textMember } from "../../base/readJson";
import { jsonExtent } from "../http/jsonExtent";
import { parseText } from "../http/jsonText";
import { isWebPage, notOzApi } from "../http/notOzApi";
import { OzError } from "../http/ozError";
import type { OzHttp } from "../http/ozHttp";
import { quoteServerText } from "../http/quoteServerText";
import type { HttpReply } from "../http/transport";

/**
 * Checks that an Oz API is at the address; needs no session. The reply to `GET /api/version` is not documented (section
 * 13 of oz-api.md), so any 2xx reply counts except a web page.
 * @returns the version for display; "" if the server does not tell it
 * @throws OzError "notOzApi" if something else replies
 */
export async function fetchVersion(http: OzHttp, signal?: AbortSignal): Promise<string> {
  let reply: HttpReply;
  try {
    reply = await http.send({ method: "GET", path: "/api/version", signal });
  } catch (error) {
    if (error instanceof OzError && isRefusedByOzApi(error)) return "";
    throw error;
  }
  if (isWebPage(reply)) throw notOzApi(reply, http);
  return quoteServerText(readVersion(reply.text), MAX_NAME, http.scrubber);
}

/** Only an Oz API adds an `error_code` when it refuses. */
function isRefusedByOzApi({ status, errorCode }: OzError): boolean {
  return (status === 401 || status === 403) && errorCode !== undefined;
}

function readVersion(text: string): string {
  const extent = jsonExtent(text);
  if (extent.values > MAX_VALUES) return text;
  try {
    const { json } = parseText(text, extent);
    if (typeof json === "string") return json;
    return textMember(json, "version", "api_version") ?? text;
  } catch {
    return text;
  }
}
