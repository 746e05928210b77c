import { analysisRequest, folderRequest, requestUrl } from "../../oz/api/getRequests";
import { readId } from "../../oz/model/id";
import { AnalysisNode } from "../../views/tree/analysisNode";
import type { Services } from "../services";
import { UserError } from "../userError";
import { folderIdFor, requireConnection } from "./askId";

/**
 * Finds out by which GET the thing comes that a command is meant for.
 * @param argument a row of the tree, or a folder's id; anything else is asked for
 * @returns its address on the connected server; undefined when the user gave no folder
 */
export async function requestUrlFor(
  services: Services,
  argument: unknown,
  title: string,
): Promise<string | undefined> {
  requireConnection(services);
  if (argument instanceof AnalysisNode) {
    const id = readId(argument.analysis.id ?? "");
    if (id === undefined)
      throw new UserError("The server gave this analysis no id to ask for it by: copy the folder's request.");
    return urlOf(services, analysisRequest(id));
  }
  const id = await folderIdFor(services, argument, title);
  return id === undefined ? undefined : urlOf(services, folderRequest(id));
}

async function urlOf({ connections }: Services, request: Parameters<typeof requestUrl>[1]): Promise<string> {
  const { baseUrl } = await connections.client();
  return requestUrl(baseUrl, request);
}
