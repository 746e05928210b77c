import { MOST_DEPTH } from "../../base/limits";
import { hostOf, OzError, type OzErrorFacts } from "../http/errors";
import type { OzHttp } from "../http/ozHttp";
import { parseMeasured, unreadable } from "../http/parseReply";
import { quoteServerText } from "../http/quoteServerText";
import { readFolder, type OzFolder } from "../model/folder";
import { readId } from "../model/id";
import { readPage, type FolderPage } from "../model/page";
import { folderRequest } from "./getRequests";

export interface PageRequest {
  /** How many of the newest folders to pass over. */
  readonly offset: number;
  /** How many folders to bring; servers allow at most 5000. */
  readonly limit: number;
  /** What the first one is: by time of creation unless told. */
  readonly order?: "newest" | "lastChanged";
  /** Epoch milliseconds of the oldest change that is of interest; servers may cut it to the day. */
  readonly changedSince?: number | undefined;
  /** Parameters that narrow the list; servers ignore those that they do not know (section 4.7 of oz-api.md). */
  readonly filter?: Readonly<Record<string, string>> | undefined;
}

/** One folder, and the reply exactly as the server sent it. */
export interface FolderReply {
  readonly folder: OzFolder;
  readonly text: string;
}

/** Asks for folders with their analyses (section 4 of oz-api.md). */
export async function askPage(
  http: OzHttp,
  accessToken: string,
  { offset, limit, order = "newest", changedSince, filter }: PageRequest,
  signal?: AbortSignal,
): Promise<FolderPage> {
  const query = {
    offset: String(offset),
    limit: String(limit),
    // The order is not documented, and neither is that analyses come by themselves.
    sorting: order === "newest" ? "time_created{desc}" : "time_updated{desc}",
    with_analyses: "true",
    // Counting costs the server more than the page, and only the whole list is worth it.
    ...(order === "newest" && !filter ? {} : { total_omit: "true" }),
    ...(changedSince === undefined ? {} : { "time_updated.min": String(changedSince / 1000) }),
    ...filter,
  };
  const reply = await http.send({ method: "GET", path: "/api/folders/", query, accessToken, signal });
  const { json, depth } = parseMeasured(reply, http);
  const page = readPage(json, limit, depth > MOST_DEPTH);
  if (!page) throw unreadable(reply, http);
  return page;
}

/**
 * Asks for one folder with its analyses (section 5 of oz-api.md).
 * @throws OzError "notFound" when there is none, or none that this account may see, or the text is no id or the
 * access token itself
 */
export async function askFolder(
  http: OzHttp,
  accessToken: string,
  id: string,
  signal?: AbortSignal,
): Promise<FolderReply> {
  const wanted = readId(id);
  if (wanted === undefined) throw noSuch("folder", id, http, { origin: http.origin });
  if (wanted === readId(accessToken)) throw tokenForId(http);
  const reply = await http
    .send({ method: "GET", ...folderRequest(wanted), accessToken, signal })
    .catch((error: unknown) => {
      throw error instanceof OzError && error.reason === "notFound"
        ? noSuch("folder", wanted, http, error)
        : error;
    });
  const { json, depth } = parseMeasured(reply, http);
  const folder = readFolder(json, depth > MOST_DEPTH);
  if (folder?.id !== wanted) throw unreadable(reply, http);
  return { folder, text: reply.text };
}

/** Addresses are written down on their way: by VS Code, by proxies, by the server. */
function tokenForId({ origin }: OzHttp): OzError {
  const message = "This is your access token, not an ID. It was not sent.";
  return new OzError("notFound", message, { origin });
}

/** @returns the error for an id that nothing of that kind has */
export function noSuch(kind: string, id: string, { scrubber }: OzHttp, facts: OzErrorFacts): OzError {
  const host = hostOf(facts.origin);
  const message = `${host} has no ${kind} ${quoteServerText(id, 40, scrubber)}, or this account may not see it: check the id.`;
  return new OzError("notFound", message, facts);
}
