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
  | "timeout"
  | "cancelled"
  /** 401, and the session could not be renewed. */
  | "signInNeeded"
  /** The server refused a sign-in, or a token that the user entered. */
  | "credentialsRefused"
  | "forbidden"
  /** 404 with code 10: the object does not exist. */
  | "notFound"
  /** Something other than an Oz API replied. */
  | "notOzApi"
  | "tooManyRequests"
  | "serverError"
  /** Any other 4xx. */
  | "badRequest"
  /** A 2xx reply with broken JSON or an unusable shape. */
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
  }
}

/** @returns the error for a request that its caller cancelled */
export function cancelled(origin: string): OzError {
  return new OzError("cancelled", `The request to ${hostOf(origin)} was cancelled.`, { origin });
}

/** @param limit milliseconds after which the request was aborted */
export function timedOut(origin: string, limit: number): OzError {
  const message = `${hostOf(origin)} did not respond within ${limit / 1000} seconds. Try again later.`;
  return new OzError("timeout", message, { origin });
}

/** @returns the error for a session that is no longer in the secret storage */
export function sessionLost(origin: string): OzError {
  const message = `VS Code's secret storage has lost the session on ${hostOf(origin)}, as it does at every start on a system without a keyring. Sign in again.`;
  return new OzError("signInNeeded", message, { origin });
}

/** @returns the error for a session that only the user can renew */
export function signInNeeded(origin: string, status?: number): OzError {
  const message = `The session on ${hostOf(origin)} has ended. Sign in again.`;
  return new OzError("signInNeeded", message, { origin, status });
}
