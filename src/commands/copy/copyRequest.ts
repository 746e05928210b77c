import * as l10n from "@vscode/l10n";
import { analysisRequest, folderRequest } from "../../oz/api/folderRequests";
import { requestUrl, type GetRequest } from "../../oz/http/ozHttp";
import { readId } from "../../oz/model/id";
import { curlCommand, httpRequest, powerShellCommand } from "../../views/text/requestText";
import type { Target } from "../../views/tree/treeNode";
import { UserError, type Command, type Services } from "../command";
import { findTarget } from "../target/findTarget";
import { copyText } from "./copyText";

/** A way to write a request down, without the token. */
interface RequestFormat {
  readonly title: string;
  /** Tells that it was copied. */
  readonly copied: string;
  readonly write: (url: string) => string;
}

/** Copies a command for bash, zsh and the like that sends the request; see `copyRequest`. */
export const copyAsCurl: Command = (services, argument) =>
  copyRequest(services, argument, {
    title: l10n.t("Copy as cURL Command"),
    copied: l10n.t("Copied as cURL command, without the token"),
    write: curlCommand,
  });

/** Copies a PowerShell command that sends the request; see `copyRequest`. */
export const copyAsPowerShell: Command = (services, argument) =>
  copyRequest(services, argument, {
    title: l10n.t("Copy as PowerShell Command"),
    copied: l10n.t("Copied as PowerShell command, without the token"),
    write: powerShellCommand,
  });

/** Copies the request for a `.http` file; see `copyRequest`. */
export const copyAsHttp: Command = (services, argument) =>
  copyRequest(services, argument, {
    title: l10n.t("Copy as HTTP Request"),
    copied: l10n.t("Copied as HTTP request, without the token"),
    write: httpRequest,
  });

/**
 * Copies the request for an analysis, or for the folder of any other target.
 * @param argument see `findTarget`
 */
async function copyRequest(services: Services, argument: unknown, format: RequestFormat): Promise<void> {
  const { title, copied, write } = format;
  const target = await findTarget(services, argument, title);
  if (!target) return;
  const request = requestOf(target);
  const { baseUrl } = await services.connections.client();
  await copyText(write(requestUrl(baseUrl, request)), copied);
}

/** @throws UserError for an analysis that cannot be requested by its ID */
function requestOf(target: Target): GetRequest {
  if (target.kind !== "analysis") return folderRequest(target.folderId);
  if (target.analysisId === undefined)
    throw new UserError(l10n.t("This analysis has no ID, so it can't be requested."));
  const id = readId(target.analysisId);
  if (id === undefined)
    throw new UserError(l10n.t("The ID of this analysis is not a UUID, so it can't be requested."));
  return analysisRequest(id);
}
