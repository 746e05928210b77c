import { textMember } from "../../base/readJson";
import { OzError } from "../http/errors";
import type { OzHttp } from "../http/ozHttp";
import { parseJson, unreadable } from "../http/parseReply";
import { readId } from "../model/id";
import { askFolder, noSuch, type FolderReply } from "./folderRequests";
import { analysisRequest } from "./getRequests";

const NOT_FOUND = 404;

/**
 * Asks for the folder that has an id, else for the folder of the analysis that has it (section 6.1 of oz-api.md).
 * Which of the two it was shows in the id of the folder.
 * @throws OzError "notFound" when the account sees neither, or the text is no id or the access token itself
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
      // A server that does not know this call, either, has no such analysis for us.
      throw error instanceof OzError && error.status === NOT_FOUND
        ? noSuch("folder or analysis", id, http, error)
        : error;
    });
  const folderId = readId(textMember(parseJson(reply, http), "folder_id") ?? "");
  if (folderId === undefined) throw unreadable(reply, http);
  return folderId;
}

/** A server said so: what is refused before it is sent has no status. */
function isNotFound(error: unknown): boolean {
  return error instanceof OzError && error.reason === "notFound" && error.status === NOT_FOUND;
}
