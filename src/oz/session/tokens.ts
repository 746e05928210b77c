import { textMember, timeMember } from "../../base/readJson";

/** What a session consists of. Plain data, fit to be kept as JSON in a store of secrets. */
export interface Tokens {
  readonly accessToken: string;
  /** What renews the session; missing for an access token that was typed by hand. */
  readonly expireToken?: string;
  /** Epoch milliseconds of this machine's clock; the server moves it on with each request and does not say so. */
  readonly expireDate?: number;
  /** When they were received, in epoch milliseconds. */
  readonly receivedAt?: number;
}

/** Where tokens outlive the window. */
export interface TokenStore {
  load(): Promise<Tokens | undefined>;
  /** @param tokens undefined removes them */
  save(tokens: Tokens | undefined): Promise<void>;
}

/** Of a user account. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/**
 * Reads the reply to a log-in or a refresh (section 2 of oz-api.md), or what `writeTokens` has written.
 * @returns undefined when it holds no access token that could be sent in a header
 */
export function readTokens(json: unknown): Tokens | undefined {
  const accessToken = textMember(json, "access_token");
  if (accessToken === undefined || !isToken(accessToken)) return undefined;
  const expireToken = textMember(json, "expire_token");
  const expireDate = timeMember(json, "expire_date");
  const receivedAt = timeMember(json, "received_at");
  return {
    accessToken,
    ...(expireToken === undefined ? {} : { expireToken }),
    ...(expireDate === undefined ? {} : { expireDate }),
    ...(receivedAt === undefined ? {} : { receivedAt }),
  };
}

/** Writes tokens so that `readTokens` reads them. */
export function writeTokens({ accessToken, expireToken, expireDate, receivedAt }: Tokens): string {
  return JSON.stringify({
    access_token: accessToken,
    expire_token: expireToken,
    expire_date: expireDate,
    received_at: receivedAt,
  });
}

/** @returns whether a text can be sent as a token: visible ASCII characters without blanks */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}
