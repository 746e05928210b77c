import * as l10n from "@vscode/l10n";
import { hostOf } from "../http/hostInWords";
import { OzError } from "../http/ozError";
import type { OzHttp } from "../http/ozHttp";
import { parseJson, unreadable } from "../http/parseReply";
import { inBrackets } from "../http/quoteServerText";
import { dateOf } from "../http/serverClock";
import type { HttpReply } from "../http/transport";
import { readRole } from "../model/role";
import { datedTokens, readTokens, type Credentials, type Tokens } from "./tokens";

/** The reply to a sign-in. */
export interface SignInResult {
  readonly tokens: Tokens;
  /** The role of the account, see `readRole`. */
  readonly role: string | undefined;
}

/**
 * Signs in with email and password (section 2.1 of oz-api.md).
 * @throws OzError "noSignIn" for a 404 or 405, and "credentialsRefused" for any other 4xx of an Oz API: the documentation
 * does not say which
 */
export async function requestSignIn(
  http: OzHttp,
  credentials: Credentials,
  signal?: AbortSignal,
): Promise<SignInResult> {
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
    throw noSignIn(error, noPasswordSignIn) ?? credentialsRefused(error, passwordRefused) ?? error;
  }
}

/**
 * Renews a session (section 2.3 of oz-api.md). Whether it works with an expired access token is not documented.
 * @returns undefined if there is no refresh token; the error if the server refuses it
 * @throws OzError if the request failed for any other reason
 */
export async function refreshTokens(http: OzHttp, tokens: Tokens): Promise<Tokens | OzError | undefined> {
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
    // A reply without a new refresh token leaves the old one in use.
    return { expireToken, ...tokensOf(reply, http) };
  } catch (error) {
    if (error instanceof OzError && isRefused(error)) return error;
    throw error;
  }
}

function noPasswordSignIn(host: string): string {
  return l10n.t(
    "{0} has no sign-in with email and password, as is normal for Instant API. Check the address and its path, or connect with an access token.",
    host,
  );
}

/** @param serverMessage see `inBrackets` */
function passwordRefused(host: string, serverMessage: string): string {
  return l10n.t("{0} did not accept this email and password{1}. Check and try again.", host, serverMessage);
}

/**
 * @param say tells the user, given the host and its message, see `inBrackets`
 * @returns the error for credentials that the server refused; undefined if something else failed
 */
export function credentialsRefused(
  error: unknown,
  say: (host: string, serverMessage: string) => string,
): OzError | undefined {
  if (!(error instanceof OzError) || !isRefused(error)) return undefined;
  // Without an error code, the reply is from a proxy or a website.
  if (error.status !== 401 && error.errorCode === undefined) return undefined;
  const message = say(hostOf(error.origin), inBrackets(error.serverMessage));
  return new OzError("credentialsRefused", message, error);
}

/**
 * @param say tells the user what the server lacks, given the host
 * @returns the error for a path that the server does not have, whatever its reply says; undefined if something else failed
 */
export function noSignIn(error: unknown, say: (host: string) => string): OzError | undefined {
  if (!(error instanceof OzError) || (error.status !== 404 && error.status !== 405)) return undefined;
  return new OzError("noSignIn", say(hostOf(error.origin)), error);
}

/**
 * @param refusal as `refreshTokens` returns it
 * @returns whether an Oz API sent it: a proxy or a website adds no error code. One that lacks the path may be an old one
 */
export function isFromOzApi({ status, errorCode }: OzError): boolean {
  return errorCode !== undefined || status === 404 || status === 405;
}

/** A proxy's own sign-in (407), a timeout (408) and too many requests (429) do not mean that the credentials are wrong. */
function isRefused({ status = 0 }: OzError): boolean {
  return status >= 400 && status < 500 && ![407, 408, 429].includes(status);
}

function tokensOf(reply: HttpReply, http: OzHttp): Tokens {
  const tokens = readTokens(parseJson(reply, http));
  if (!tokens) throw unreadable(reply, http);
  http.scrubber.add(tokens.accessToken);
  http.scrubber.add(tokens.expireToken ?? "");
  // What the same reply tells is the clock by which it dates the session.
  return datedTokens(tokens, http.now(), dateOf(reply) ?? http.serverNow());
}
