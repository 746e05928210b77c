import { MOST_VALUES } from "../../base/limits";
import { textMember } from "../../base/readJson";
import { isWebPage } from "../http/describeReply";
import { OzError } from "../http/errors";
import { jsonExtent } from "../http/jsonExtent";
import type { OzHttp } from "../http/ozHttp";
import { notOzApi } from "../http/parseReply";
import { quoteServerText } from "../http/quoteServerText";
import type { HttpReply } from "../http/transport";

/**
 * Checks that an Oz API answers at the address; needs no session. What `GET /api/version` says is not documented
 * (section 13 of oz-api.md), so that any good reply counts that is not a web page.
 * @returns the version for showing; "" when the server does not say
 * @throws OzError "notOzApi" when something else answers
 */
export async function askVersion(http: OzHttp, signal?: AbortSignal): Promise<string> {
  let reply: HttpReply;
  try {
    reply = await http.send({ method: "GET", path: "/api/version", signal });
  } catch (error) {
    if (error instanceof OzError && keepsItToItself(error)) return "";
    throw error;
  }
  if (isWebPage(reply)) throw notOzApi(reply, http);
  return quoteServerText(readVersion(reply.text), 60, http.scrubber);
}

/** A refusal in the manner of an Oz API is proof enough. */
function keepsItToItself({ status, errorCode }: OzError): boolean {
  return (status === 401 || status === 403) && errorCode !== undefined;
}

function readVersion(text: string): string {
  if (jsonExtent(text).values > MOST_VALUES) return text;
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === "string") return json;
    return textMember(json, "version", "api_version") ?? text;
  } catch {
    return text;
  }
}
