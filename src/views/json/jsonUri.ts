import { Uri } from "vscode";
import { JSON_SCHEME } from "../schemes";

/** What a JSON document shows: a folder, or one analysis of it. */
export interface JsonIdentity {
  readonly folderId: string;
  readonly analysisId?: string | undefined;
  /**
   * The state to show as its parsed JSON, for comparing: one that was seen, or the present one. Undefined: the present
   * one just as the server sent it.
   */
  readonly version?: number | "now" | undefined;
}

/** The connection through which a document was read. */
export interface JsonSource {
  /** As in `host:8080/prefix`. */
  readonly server: string;
  /** Tells it from others to the same server. */
  readonly key: string;
}

/** @returns the address of the document; its path ends in `.json`, by which VS Code knows the language */
export function jsonUri({ server, key }: JsonSource, { folderId, analysisId, version }: JsonIdentity): Uri {
  const [authority = "", ...prefix] = server.split("/");
  const analysis = analysisId === undefined ? [] : ["analyses", encodeURIComponent(analysisId)];
  const path = ["", ...prefix, "folders", folderId, ...analysis].join("/");
  const query = new URLSearchParams({ connection: key });
  if (version !== undefined) query.set("version", String(version));
  return Uri.from({ scheme: JSON_SCHEME, authority, path: `${path}.json`, query: query.toString() });
}

/** @returns what `jsonUri` was given; undefined for any other address */
export function readJsonUri(uri: Uri): (JsonIdentity & JsonSource) | undefined {
  const match = /^(.*)\/folders\/([^/]+?)(?:\/analyses\/([^/]+))?\.json$/.exec(uri.path);
  if (uri.scheme !== JSON_SCHEME || !match) return undefined;
  const [, prefix = "", folderId = "", analysisId] = match;
  const query = new URLSearchParams(uri.query);
  const version = query.get("version") ?? undefined;
  return {
    server: `${uri.authority}${prefix}`,
    key: query.get("connection") ?? "",
    folderId,
    analysisId: analysisId === undefined ? undefined : decodeURIComponent(analysisId),
    version: version === undefined || version === "now" ? version : Number(version),
  };
}
