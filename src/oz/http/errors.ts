/** Why a request brought nothing. Section 3 of oz-api.md lists what the server itself can say. */
export type OzErrorReason =
  /** No way to the network or to the host, or a fault of the network that has no name of its own. */
  | "offline"
  | "refused"
  | "unknownHost"
  /** The connection broke off, or the reply was cut off. */
  | "reset"
  | "tls"
  | "timeout"
  | "cancelled"
  /** 401, and the session could not be renewed. */
  | "signInNeeded"
  /** A log-in, or a token typed by hand, was refused. */
  | "credentialsRefused"
  | "forbidden"
  /** 404 with code 10: the object does not exist. */
  | "notFound"
  /** Whatever answers there is not an Oz API. */
  | "notOzApi"
  | "tooManyRequests"
  | "serverError"
  /** Any other 4xx. */
  | "badRequest"
  /** A good status, but broken JSON or not the shape that is needed. */
  | "unreadable";

export interface OzErrorFacts {
  readonly origin: string;
  readonly status?: number | undefined;
  readonly errorCode?: number | undefined;
  readonly retryAfter?: number | undefined;
  readonly said?: string | undefined;
}

/**
 * The only error of this room. Its message is one sentence for the user: it names the host and what to do, and
 * holds no token, no query and no part of a body but a short text that the server meant for reading.
 */
export class OzError extends Error {
  override readonly name = "OzError";
  /** Scheme, host and port that the request went to. */
  readonly origin: string;
  /** The HTTP status, when there was a reply. */
  readonly status: number | undefined;
  /** The `error_code` of the reply. */
  readonly errorCode: number | undefined;
  /** Milliseconds that the server asks to wait. */
  readonly retryAfter: number | undefined;
  /** The server's own words, short and plain. */
  readonly said: string | undefined;

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
    this.said = facts.said;
  }
}

/** @returns the host of an origin as a sentence names it, with the port when it is not the usual one */
export function hostOf(origin: string): string {
  return new URL(origin).host;
}

/** @returns the server's own words as they stand inside a sentence, with a blank before; "" when it said nothing */
export function quoted(said: string | undefined): string {
  return said === undefined ? "" : ` (“${said}”)`;
}

/** @returns the error for a request that its caller took back */
export function cancelled(origin: string): OzError {
  return new OzError("cancelled", `The request to ${hostOf(origin)} was cancelled.`, { origin });
}

/** @returns the error for a session that the store of secrets should have kept and did not */
export function sessionForgotten(origin: string): OzError {
  const host = hostOf(origin);
  const message = `The secret storage of VS Code has forgotten the session on ${host}, as it does at every start where the system has no keyring: sign in again.`;
  return new OzError("signInNeeded", message, { origin });
}

/** @returns the error for a session that only the user can renew */
export function signInNeeded(origin: string, status?: number): OzError {
  return new OzError("signInNeeded", `The session on ${hostOf(origin)} has ended: sign in again.`, {
    origin,
    status,
  });
}
