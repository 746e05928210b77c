import * as l10n from "@vscode/l10n";
import { Uri } from "vscode";
import { connectionKey, serverOf, type SavedConnection } from "../connections/savedConnection";
import { SCHEMES } from "../ids";

/** Half a surrogate pair, which no URI can hold. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

type Query = Readonly<Record<string, string>>;

/** What a JSON document shows: a folder, or one of its analyses. */
export interface JsonIdentity {
  readonly folderId: string;
  readonly analysisId?: string | undefined;
  /** A version to show as parsed JSON, for comparing. Undefined: the latest reply, as the server sent it. */
  readonly version?: number | "now" | undefined;
}

/** The connection of a document. */
export interface DocumentSource {
  /** As in `host:8080/prefix`. */
  readonly server: string;
  /** Tells apart connections to the same server. */
  readonly key: string;
}

/** @returns the connection as document URIs name it; without one, empty strings, which no document's URI has */
export function sourceOf(saved: SavedConnection | undefined): DocumentSource {
  return saved ? { server: serverOf(saved), key: connectionKey(saved) } : { server: "", key: "" };
}

/**
 * @param shown the connection that is shown and signed in to
 * @returns why a document cannot be read now, in a sentence; undefined if it can
 */
export function refusalOf(source: DocumentSource, shown: DocumentSource): string | undefined {
  const { server, key } = source;
  if (key === shown.key && server === shown.server) return undefined;
  if (isSandbox(source)) {
    if (server === shown.server)
      return l10n.t("This belongs to another sandbox. Switch to it to see this document.");
    return shown.server === ""
      ? l10n.t("Open the sandbox to see this document.")
      : l10n.t("Switch to the sandbox to see this document.");
  }
  if (server === shown.server)
    return l10n.t("This belongs to another connection to {0}. Switch to it to see this document.", server);
  return shown.server === ""
    ? l10n.t("Sign in to {0} to see this document.", server)
    : l10n.t("Switch to {0} to see this document.", server);
}

/**
 * @param shown as above, not the connection of the document
 * @returns why a document keeps the text that it has, in sentences
 */
export function staleReason(source: DocumentSource, shown: DocumentSource): string {
  const from = isSandbox(source) ? l10n.t("From the sandbox.") : l10n.t("From {0}.", source.server);
  const reason =
    shown.server === ""
      ? l10n.t("Not updated while you are signed out.")
      : l10n.t("Not updated while another connection is shown.");
  return `${from} ${reason}`;
}

/** A sandbox has a key of its own kind; a server may be called "sandbox". */
function isSandbox({ key }: DocumentSource): boolean {
  return key.startsWith("sandbox ");
}

/** @returns the URI of a JSON document; VS Code detects the language by its extension, `.json` */
export function jsonUri(source: DocumentSource, { folderId, analysisId, version }: JsonIdentity): Uri {
  const analysis =
    analysisId === undefined
      ? ""
      : `/analyses/${encodeURIComponent(analysisId.replace(LONE_SURROGATE, "\ufffd"))}`;
  const query: Query = version === undefined ? {} : { version: String(version) };
  return documentUri(SCHEMES.json, source, `/folders/${folderId}${analysis}.json`, query);
}

/** @returns the URI of the explanation of a folder */
export function explanationUri(source: DocumentSource, folderId: string): Uri {
  return documentUri(SCHEMES.explanation, source, `/folders/${folderId}.md`);
}

/** @returns what `jsonUri` was given; undefined for any other URI */
export function readJsonUri(uri: Uri): (JsonIdentity & DocumentSource) | undefined {
  const match = /^(.*)\/folders\/([^/]+?)(?:\/analyses\/([^/]+))?\.json$/.exec(uri.path);
  if (uri.scheme !== SCHEMES.json || !match) return undefined;
  const [, prefix = "", folderId = "", encodedId] = match;
  const analysisId = encodedId === undefined ? undefined : decoded(encodedId);
  if (encodedId !== undefined && analysisId === undefined) return undefined;
  const version = new URLSearchParams(uri.query).get("version") ?? undefined;
  return {
    ...readSource(uri, prefix),
    folderId,
    analysisId,
    version: version === undefined || version === "now" ? version : Number(version),
  };
}

/** @returns what `explanationUri` was given; undefined for any other URI */
export function readExplanationUri(uri: Uri): ({ readonly folderId: string } & DocumentSource) | undefined {
  const match = /^(.*)\/folders\/([^/]+)\.md$/.exec(uri.path);
  if (uri.scheme !== SCHEMES.explanation || !match) return undefined;
  const [, prefix = "", folderId = ""] = match;
  return { ...readSource(uri, prefix), folderId };
}

/** @returns undefined for a malformed escape sequence, which anyone can put into a URI */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function documentUri(scheme: string, { server, key }: DocumentSource, path: string, query: Query = {}): Uri {
  const [authority = "", ...prefix] = server.split("/");
  return Uri.from({
    scheme,
    authority,
    path: `${["", ...prefix].join("/")}${path}`,
    query: new URLSearchParams({ connection: key, ...query }).toString(),
  });
}

function readSource({ authority, query }: Uri, prefix: string): DocumentSource {
  return { server: `${authority}${prefix}`, key: new URLSearchParams(query).get("connection") ?? "" };
}
