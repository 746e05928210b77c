import { analysisRequest, folderRequest, requestUrl, type GetRequest } from "../../oz/api/getRequests";
import { readId } from "../../oz/model/id";
import type { Target } from "../../views/tree/treeNode";
import type { Services } from "../services";
import { findTarget } from "../target/findTarget";
import { UserError } from "../userError";
import { copyText } from "./copyText";

/** A way to write a request down. It holds no token. */
export interface RequestFormat {
  readonly title: string;
  /** What is copied, in words. */
  readonly name: string;
  /** @param url on the connected server */
  readonly write: (url: string) => string;
}

/**
 * Copies the request for an analysis, or for the folder of anything else.
 * @param argument see `findTarget`
 */
export async function copyRequest(
  services: Services,
  argument: unknown,
  { title, name, write }: RequestFormat,
): Promise<void> {
  const target = await findTarget(services, argument, title);
  if (!target) return;
  const request = requestOf(target);
  const { baseUrl } = await services.connections.client();
  await copyText(write(requestUrl(baseUrl, request)), `${name}, token left out`);
}

/** @throws UserError for an analysis that cannot be asked for by its ID */
function requestOf(target: Target): GetRequest {
  if (target.kind !== "analysis") return folderRequest(target.folderId);
  if (target.analysisId === undefined)
    throw new UserError("This analysis has no ID, so it can't be requested.");
  const id = readId(target.analysisId);
  if (id === undefined)
    throw new UserError("The ID of this analysis is not a UUID, so it can't be requested.");
  return analysisRequest(id);
}
