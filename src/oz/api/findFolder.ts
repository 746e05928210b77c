import { textMember } from "../../base/readJson";
import { OzError } from "../http/ozError";
import type { OzHttp } from "../http/ozHttp";
import { parseJson, unreadable } from "../http/parseReply";
import { readId } from "../model/id";
import { analysisRequest, askFolder, noSuch, type FolderReply } from "./folderRequests";

const NOT_FOUND = 404;

/**
 * Requests the folder with an ID, else the folder of the analysis with that ID (section 6.1 of oz-api.md). The ID of the
 * folder tells which of the two it was.
 * @throws OzError "notFound" if the account sees neither, or the text is not an ID or is the access token itself
 */
export async function findFolder(
  http: OzHttp,
  accessToken: string,
  id: string,
  signal?: AbortSignal,
): Promise<FolderReply> {
  try {
    return await askFolder(http, accessToken, id, signal);
  } catch (error) {
    const wanted = readId(id);
    if (wanted === undefined || !isNotFound(error)) throw error;
    const folderId = await folderOfAnalysis(http, accessToken, wanted, signal);
    return await askFolder(http, accessToken, folderId, signal);
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
      // Some servers lack this request; they have no such analysis for us either.
      throw error instanceof OzError && error.status === NOT_FOUND
        ? noSuch("folder or analysis", id, http, error)
        : error;
    });
  const folderId = readId(textMember(parseJson(reply, http), "folder_id") ?? "");
  if (folderId === undefined) throw unreadable(reply, http);
  return folderId;
}

/** Only what a server said: errors from before sending have no status. */
function isNotFound(error: unknown): boolean {
  return error instanceof OzError && error.reason === "notFound" && error.status === NOT_FOUND;
}
