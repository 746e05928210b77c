import * as l10n from "@vscode/l10n";
import { counted } from "../../base/language";
import { MAX_DEPTH, MAX_QUOTED_NAME } from "../../base/limits";
import { hostOf } from "../http/hostInWords";
import { OzError, type OzErrorFacts } from "../http/ozError";
import type { GetRequest, OzHttp } from "../http/ozHttp";
import { parseMeasured, unreadable } from "../http/parseReply";
import { quoteServerText } from "../http/quoteServerText";
import { readFolder, type OzFolder, readPage, type PageContent } from "../model/folder";
import { findIds, readId } from "../model/id";

/** The `error_code` for an object that does not exist. */
const NOT_EXIST = 10;

export interface PageRequest {
  /** How many folders to skip. */
  readonly offset: number;
  /** How many folders to return; servers allow at most 5000. */
  readonly limit: number;
  /** Which folder is first: the newest by creation (the default) or the last changed. */
  readonly order?: "newest" | "lastChanged";
  /** Only folders that have changed since then, in epoch milliseconds; servers may truncate it to the day. */
  readonly changedSince?: number | undefined;
  /** Query parameters that filter the list; servers ignore unknown ones (section 4.7 of oz-api.md). */
  readonly filter?: Readonly<Record<string, string>> | undefined;
}

/** One folder, and the reply exactly as the server sent it. */
export interface FolderReply {
  readonly folder: OzFolder;
  readonly text: string;
}

/** @param id a UUID */
export function folderRequest(id: string): Required<GetRequest> {
  return { path: `/api/folders/${id}`, query: { with_analyses: "true" } };
}

/** @param id a UUID */
export function analysisRequest(id: string): GetRequest {
  return { path: `/api/analyses/${id}` };
}

/**
 * Requests folders with their analyses (section 4 of oz-api.md).
 * @throws OzError "unreadable" for a reply that says nothing about the list: without any item where there should be some,
 * or with items of which none is a folder; "notFound" for a filter that has the access token
 */
export async function fetchPage(
  http: OzHttp,
  accessToken: string,
  { offset, limit, order = "newest", changedSince, filter }: PageRequest,
  signal?: AbortSignal,
): Promise<PageContent> {
  const query = {
    offset: String(offset),
    limit: String(limit),
    // Neither the default order nor the default for analyses is documented.
    sorting: order === "newest" ? "time_created{desc}" : "time_updated{desc}",
    with_analyses: "true",
    // Counting takes the server longer than the page does, and only the total of the whole list is shown.
    ...(order === "newest" && !filter ? {} : { total_omit: "true" }),
    ...(changedSince === undefined ? {} : { "time_updated.min": String(changedSince / 1000) }),
    ...filter,
  };
  if (Object.values(filter ?? {}).some((text) => holdsToken(text, accessToken))) throw tokenInsteadOfId(http);
  const reply = await http.send({ method: "GET", path: "/api/folders/", query, accessToken, signal });
  const { json, depth, invalid } = parseMeasured(reply, http);
  const page = readPage(json, limit, http.serverNow(), depth > MAX_DEPTH, invalid);
  if (!page) throw unreadable(reply, http);
  if (page.folders.length === 0 && (page.skipped > 0 || (offset === 0 && page.totalCount)))
    throw withoutFolders(page, http);
  return page;
}

/**
 * Requests one folder with its analyses (section 5 of oz-api.md).
 * @throws OzError "notFound" if it does not exist or this account may not see it, or if the text is not an ID or is the
 * access token itself
 */
export async function fetchFolder(
  http: OzHttp,
  accessToken: string,
  id: string,
  signal?: AbortSignal,
): Promise<FolderReply> {
  const uuid = readId(id);
  if (uuid === undefined) throw notFound("folder", id, http, { origin: http.origin });
  if (holdsToken(uuid, accessToken)) throw tokenInsteadOfId(http);
  const reply = await http
    .send({ method: "GET", ...folderRequest(uuid), accessToken, signal })
    .catch((error: unknown) => {
      throw isMissing(error) ? notFound("folder", uuid, http, error) : error;
    });
  const { json, depth, invalid } = parseMeasured(reply, http);
  const folder = readFolder(json, http.serverNow(), depth > MAX_DEPTH, invalid);
  if (folder?.id !== uuid) throw unreadable(reply, http);
  return { folder, text: reply.text };
}

/** @returns whether the reply to a request that names an object says that it does not exist */
function isMissing(error: unknown): error is OzError {
  return error instanceof OzError && error.status === 404 && error.errorCode === NOT_EXIST;
}

/** Taken as a list, it would say that there are no folders. */
function withoutFolders({ skipped, totalCount }: PageContent, { origin }: OzHttp): OzError {
  const host = hostOf(origin);
  const message =
    skipped > 0
      ? l10n.t(
          "{0} sent a list in which nothing has a folder's ID. Refresh, or report it to whoever runs the server.",
          host,
        )
      : counted(
          l10n.t(
            "{1} says that it has {0} folder, but sent none. Refresh, or report it to whoever runs the server.|{1} says that it has {0} folders, but sent none. Refresh, or report it to whoever runs the server.",
          ),
          totalCount ?? 0,
          host,
        );
  return new OzError("unreadable", message, { origin });
}

/** @returns whether a text contains the access token, which may be a UUID, and then in any of its forms */
function holdsToken(text: string, accessToken: string): boolean {
  const token = accessToken.toLowerCase();
  const uuid = readId(token);
  return text.toLowerCase().includes(token) || findIds(text).some(({ id }) => id === uuid);
}

/** A token must not be in a URL: VS Code, proxies and the server log URLs. */
function tokenInsteadOfId({ origin }: OzHttp): OzError {
  const message = l10n.t("This is your access token, not an ID. It was not sent.");
  return new OzError("notFound", message, { origin });
}

/**
 * @param kind what the ID was expected to identify: a folder, or either a folder or an analysis
 * @returns the error for an ID that the server does not have
 */
export function notFound(
  kind: "folder" | "either",
  id: string,
  { scrubber }: OzHttp,
  facts: OzErrorFacts,
): OzError {
  const host = hostOf(facts.origin);
  const quoted = quoteServerText(id, MAX_QUOTED_NAME, scrubber);
  const message =
    kind === "folder"
      ? l10n.t("{0} has no folder {1}, or this account may not see it. Check the ID.", host, quoted)
      : l10n.t(
          "{0} has no folder or analysis {1}, or this account may not see it. Check the ID.",
          host,
          quoted,
        );
  return new OzError("notFound", message, facts);
}
