import { hostOf } from "../http/hostInWords";
import { OzError } from "../http/ozError";
import type { OzHttp } from "../http/ozHttp";
import { parseJson, unreadable } from "../http/parseReply";
import { inBrackets } from "../http/quoteServerText";
import type { HttpReply } from "../http/transport";
import { readRole } from "../model/role";
import { datedTokens, readTokens, type Credentials, type Tokens } from "./tokens";

/** What a sign-in returns. */
export interface LogIn {
  readonly tokens: Tokens;
  /** The role of the account, see `readRole`. */
  readonly role: string | undefined;
}

/**
 * Signs in with email and password (section 2.1 of oz-api.md).
 * @throws OzError "credentialsRefused" for any 4xx of an Oz API: which one means that is not documented
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
 * Renews a session (section 2.3 of oz-api.md). Whether it works with an expired access token is not documented.
 * @returns undefined if the session cannot be renewed, and only a new sign-in can help
 */
export async function refreshTokens(http: OzHttp, tokens: Tokens): Promise<Tokens | undefined> {
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
 * @param what was sent, as the sentence names it
 * @returns the error for credentials that the server refused; undefined if something else failed
 */
export function credentialsRefused(error: unknown, what: string): OzError | undefined {
  if (!(error instanceof OzError) || !isRefused(error)) return undefined;
  // Without an error code it is a proxy or a website that replied.
  if (error.status !== 401 && error.errorCode === undefined) return undefined;
  const message = `${hostOf(error.origin)} did not accept this ${what}${inBrackets(error.said)}. Check and try again.`;
  return new OzError("credentialsRefused", message, error);
}

/** A timeout (408) or too many requests (429) say nothing about the credentials. */
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
