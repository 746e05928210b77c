import * as l10n from "@vscode/l10n";
import { MAX_QUOTED_PLACE } from "../../base/limits";
import { plainText } from "../../base/plainText";
import { hostOf } from "./hostInWords";

/** Why a request failed. Section 3 of oz-api.md lists what the server itself can say. */
export type OzErrorReason =
  /** No route to the network or host, or a network error without a reason of its own. */
  | "offline"
  | "refused"
  | "unknownHost"
  /** The connection broke, or the reply was cut off. */
  | "reset"
  | "tls"
  /** No complete reply in time, or a 408: the server did not get the request in time. */
  | "timeout"
  /** 407: the proxy wants a sign-in, and the server was not asked. */
  | "proxySignIn"
  /** 511: the network wants a sign-in, as in a hotel, and the server was not asked. */
  | "networkSignIn"
  | "cancelled"
  /** 401, and the session could not be renewed, at least for now. */
  | "signInNeeded"
  /** VS Code's secret storage fails or does not answer, so that there is no token to send. */
  | "secretStorage"
  /** The saved address of the server is no URL. */
  | "invalidAddress"
  /** A file of the extension is gone, as VS Code has replaced this version. */
  | "outdatedWindow"
  /** The server refused a sign-in, or a token that the user entered. */
  | "credentialsRefused"
  /** 404 or 405 to a sign-in: the server has none, so no credentials would help. */
  | "noSignIn"
  /** 403, or 401 to one request while others are answered. */
  | "forbidden"
  /** The object with an ID does not exist: a 404 with code 10 to a request that names it. */
  | "notFound"
  /** An API without what was asked for: any other 404 with an error code. */
  | "noSuchPath"
  /** The reply is none of an Oz API, whoever sent it. */
  | "notOzApi"
  | "tooManyRequests"
  | "serverError"
  /** Any other 4xx: the server refuses this request, and would again. */
  | "badRequest"
  /** A 2xx reply with broken JSON or an unusable shape, or a reply that breaks the rules of HTTP. */
  | "unreadable";

export interface OzErrorFacts {
  /** Scheme, host and port that the request went to. */
  readonly origin: string;
  /** The HTTP status, if there was a reply. */
  readonly status?: number | undefined;
  /** The `error_code` of the reply. */
  readonly errorCode?: number | undefined;
  /** Milliseconds that the server asks to wait. */
  readonly retryAfter?: number | undefined;
  /** The server's own message, short and plain. */
  readonly serverMessage?: string | undefined;
  /** The query parameter that the server refused, if it named one. */
  readonly refused?: string | undefined;
  /** Whether the reply has more bytes or values than are read: one with fewer folders may not have. */
  readonly tooLarge?: boolean | undefined;
}

/**
 * The error of every failed request. Its message is for the user: it names the host, says what to do, and contains no
 * token, no query, and no part of a body except a short message that the server wrote for users.
 */
export class OzError extends Error implements OzErrorFacts {
  override readonly name = "OzError";
  readonly origin: string;
  readonly status: number | undefined;
  readonly errorCode: number | undefined;
  readonly retryAfter: number | undefined;
  readonly serverMessage: string | undefined;
  readonly refused: string | undefined;
  readonly tooLarge: boolean;

  constructor(
    readonly reason: OzErrorReason,
    message: string,
    facts: OzErrorFacts,
  ) {
    super(message);
    this.origin = facts.origin;
    this.status = facts.status;
    this.errorCode = facts.errorCode;
    this.retryAfter = facts.retryAfter;
    this.serverMessage = facts.serverMessage;
    this.refused = facts.refused;
    this.tooLarge = facts.tooLarge ?? false;
  }
}

/** Why nobody would get a reply, whatever was asked for. */
const ABOUT_SERVER: ReadonlySet<OzErrorReason> = new Set([
  "offline",
  "refused",
  "unknownHost",
  "tls",
  "proxySignIn",
  "networkSignIn",
  "signInNeeded",
  "secretStorage",
  "invalidAddress",
  "outdatedWindow",
  "tooManyRequests",
]);

/** @returns whether a failure concerns all requests to the server, and not only the one that failed */
export function isAboutServer({ reason, retryAfter = 0 }: OzError): boolean {
  return ABOUT_SERVER.has(reason) || retryAfter > 0;
}

/** @returns the error for a request that its caller cancelled */
export function cancelled(origin: string): OzError {
  return new OzError("cancelled", l10n.t("The request to {0} was cancelled.", hostOf(origin)), { origin });
}

/** @param limit milliseconds after which the request was aborted */
export function timedOut(origin: string, limit: number): OzError {
  const message = l10n.t(
    "{0} sent no complete reply within {1} seconds. Try again, or raise the time limit in the settings (ozInspector.requests.timeLimit).",
    hostOf(origin),
    limit / 1000,
  );
  return new OzError("timeout", message, { origin });
}

/**
 * @param more what the reply has too much of: "24 MB"
 * @returns the error for a reply beyond the limits
 */
export function tooLarge(more: string, { origin, status }: Pick<OzErrorFacts, "origin" | "status">): OzError {
  const message = l10n.t(
    "The reply from {0} has more than {1}, the most that Oz Inspector reads. Use another tool, such as curl, to see all of it.",
    hostOf(origin),
    more,
  );
  return new OzError("unreadable", message, { origin, status, tooLarge: true });
}

/** @returns the error for a session that is no longer in the secret storage */
export function sessionLost(origin: string): OzError {
  const message = l10n.t(
    "VS Code's secret storage has lost the session on {0}, as it does at every start on a system without a keyring. Sign in again.",
    hostOf(origin),
  );
  return new OzError("signInNeeded", message, { origin });
}

/** @returns the error for a session that the server accepts no longer, or not for now: only time can tell */
export function signInNeeded(origin: string, status?: number): OzError {
  const message = l10n.t(
    "{0} does not accept the session. Oz Inspector tries again from time to time. Refresh to try now, or sign in again.",
    hostOf(origin),
  );
  return new OzError("signInNeeded", message, { origin, status });
}

/**
 * @param refusal the 401 to a request
 * @returns the error for a request that the server refuses although it accepts the session
 */
export function requestRefused(refusal: OzError): OzError {
  const message = l10n.t(
    "{0} answered 401 to this request, but accepts the session for others. Ask an administrator for permission.",
    hostOf(refusal.origin),
  );
  return new OzError("forbidden", message, refusal);
}

/** @param address of a saved connection, quoted without line breaks */
export function invalidAddress(address: string): OzError {
  const message = l10n.t(
    "The saved address “{0}” is not the URL of a server. Remove the connection and add it again.",
    plainText(address, MAX_QUOTED_PLACE),
  );
  return new OzError("invalidAddress", message, { origin: "" });
}
