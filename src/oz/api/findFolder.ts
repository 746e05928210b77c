import { textMember } from "../../base/readJson";
import { OzError } from "../http/ozError";
import type { OzHttp } from "../http/ozHttp";
import { parseJson, unreadable } from "../http/parseReply";
import { readId } from "../model/id";
import { analysisRequest, fetchFolder, notFound, type FolderReply } from "./folderRequests";

const NOT_FOUND = 404;

/**
 * Requests the folder with an ID, else the folder of the analysis with that ID (section 6.1 of oz-api.md). The
 * folder's ID tells which of the two it was.
 * @throws OzError "notFound" if the account sees neither, or the text is not an ID or is the access token itself
 */
export async function findFolder(
  http: OzHttp,
  accessToken: string,
  id: string,
  signal?: AbortSignal,
): Promise<FolderReply> {
  try {
    return await fetchFolder(http, accessToken, id, signal);
  } catch (error) {
    const uuid = readId(id);
    if (uuid === undefined || !isNotFound(error)) throw error;
    const folderId = await folderOfAnalysis(http, accessToken, uuid, signal);
    return await fetchFolder(http, accessToken, folderId, signal);
  }
}

async function folderOfAnalysis(
  http: OzHttp,
  accessToken: string,
  id: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  const reply = await http
    .send({ method: "GET", ...analysisRequest(id), accessToken, signal })
    .catch((error: unknown) => {
      // Any 404, because servers without this request reply with one too.
      throw error instanceof OzError && error.status === NOT_FOUND
        ? notFound("either", id, http, error)
        : error;
    });
  const folderId = readId(textMember(parseJson(reply, http), "folder_id") ?? "");
  if (folderId === undefined) throw unreadable(reply, http);
  return folderId;
}

/** Checks the status as well, because an error from before sending has none. */
function isNotFound(error: unknown): boolean {
  return error instanceof OzError && error.reason === "notFound" && error.status === NOT_FOUND;
}
