import { Uri } from "vscode";
import { JSON_SCHEME } from "../schemes";

/** What a JSON document shows: a folder, or one analysis of it. */
export interface JsonIdentity {
  readonly folderId: string;
  readonly analysisId?: string | undefined;
}

/**
 * @param server what tells one server's folders from another's, as in `host:8080/prefix`
 * @returns the address of the document; it ends in `.json`, by which VS Code knows the language
 */
export function jsonUri(server: string, { folderId, analysisId }: JsonIdentity): Uri {
  const [authority = "", ...prefix] = server.split("/");
  const analysis = analysisId === undefined ? [] : ["analyses", encodeURIComponent(analysisId)];
  const path = ["", ...prefix, "folders", folderId, ...analysis].join("/");
  return Uri.from({ scheme: JSON_SCHEME, authority, path: `${path}.json` });
}

/** @returns what `jsonUri` was given; undefined for any other address */
export function readJsonUri(uri: Uri): (JsonIdentity & { readonly server: string }) | undefined {
  const match = /^(.*)\/folders\/([^/]+?)(?:\/analyses\/([^/]+))?\.json$/.exec(uri.path);
  if (uri.scheme !== JSON_SCHEME || !match) return undefined;
  const [, prefix = "", folderId = "", analysisId] = match;
  return {
    server: `${uri.authority}${prefix}`,
    folderId,
    analysisId: analysisId === undefined ? undefined : decodeURIComponent(analysisId),
  };
}
