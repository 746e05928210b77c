import { hostOf, OzError, quoted } from "../http/errors";
import type { OzHttp } from "../http/ozHttp";
import { parseJson, unreadable } from "../http/parseReply";
import type { HttpReply } from "../http/transport";
import { readRole } from "../model/role";
import { datedTokens } from "./expiry";
import { readTokens, type Credentials, type Tokens } from "./tokens";

/** What a log-in brings. */
export interface LogIn {
  readonly tokens: Tokens;
  /** The role of the account, see `readRole`. */
  readonly role: string | undefined;
}

/**
 * Logs in (section 2.1 of oz-api.md).
 * @throws OzError "credentialsRefused" for any 4xx by which an Oz API refuses them: which one is not documented
 */
export async function logIn(http: OzHttp, credentials: Credentials, signal?: AbortSignal): Promise<LogIn> {
  const { email, password } = credentials;
  try {
    const reply = await http.send({
      method: "POST",
      path: "/api/authorize/auth/",
      body: { credentials: { email, password } },
      secrets: [password],
      signal,
    });
    return { tokens: tokensOf(reply, http), role: readRole(parseJson(reply, http), http.scrubber) };
  } catch (error) {
    throw credentialsRefused(error, "email and password") ?? error;
  }
}

/**
 * Renews a session (section 2.3 of oz-api.md). Whether an expired access token will do is not documented.
 * @returns undefined when the session cannot be renewed, so that only a new log-in is left
 */
export async function refresh(http: OzHttp, tokens: Tokens): Promise<Tokens | undefined> {
  const { accessToken, expireToken } = tokens;
  if (expireToken === undefined) return undefined;
  try {
    const reply = await http.send({
      method: "POST",
      path: "/api/authorize/refresh/",
      accessToken,
      body: { expire_token: expireToken },
      secrets: [expireToken],
    });
    return tokensOf(reply, http);
  } catch (error) {
    if (error instanceof OzError && isRefused(error)) return undefined;
    throw error;
  }
}

/**
 * @param what the server was given, as the sentence names it
 * @returns the error that says that the server refused it; undefined when something else went wrong
 */
export function credentialsRefused(error: unknown, what: string): OzError | undefined {
  if (!(error instanceof OzError) || !isRefused(error)) return undefined;
  // Without an error code it is a proxy or a web site that speaks.
  if (error.status !== 401 && error.errorCode === undefined) return undefined;
  const message = `${hostOf(error.origin)} does not accept this ${what}${quoted(error.said)}: check and try again.`;
  return new OzError("credentialsRefused", message, error);
}

/** Asking too often, or too slowly, says nothing about what was asked. */
function isRefused({ status = 0 }: OzError): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

function tokensOf(reply: HttpReply, http: OzHttp): Tokens {
  const tokens = readTokens(parseJson(reply, http));
  if (!tokens) throw unreadable(reply, http);
  http.scrubber.add(tokens.accessToken);
  http.scrubber.add(tokens.expireToken ?? "");
  return datedTokens(tokens, reply, http.now());
}
