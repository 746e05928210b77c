import { textMember, timeMember } from "../../base/readJson";

/** Milliseconds before its end in which a session may be renewed early; a fifth of its lifetime if that is less. */
const MAX_MARGIN = 120_000;

/** A session: plain data, stored as JSON in the secret storage. */
export interface Tokens {
  readonly accessToken: string;
  /** The refresh token; missing for an access token that the user entered. */
  readonly expireToken?: string;
  /** When the session ends, in epoch milliseconds of this machine's clock. The server extends it with each request. */
  readonly expireDate?: number;
  /** When the tokens were received, in epoch milliseconds. */
  readonly receivedAt?: number;
}

/** Stores the tokens of one session. */
export interface TokenStore {
  load(): Promise<Tokens | undefined>;
  /** @param tokens undefined removes them */
  save(tokens: Tokens | undefined): Promise<void>;
}

/** Keeps the password that a user chose to save, and does not ask for it. */
export interface PasswordStore {
  /** @returns undefined if none is saved, or if the server has refused it since */
  load(): Promise<Credentials | undefined>;
  /** Records that the server has refused a password. Sending it again and again would lock the account. */
  refuse(password: string): Promise<void>;
}

/** What a user signs in with. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/**
 * Reads the reply to a sign-in or a refresh (section 2 of oz-api.md), or the text of `writeTokens`, parsed.
 * @returns undefined if there is no access token that can be sent in a header
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

/** @returns the tokens as JSON that `readTokens` reads */
export function writeTokens({ accessToken, expireToken, expireDate, receivedAt }: Tokens): string {
  return JSON.stringify({
    access_token: accessToken,
    expire_token: expireToken,
    expire_date: expireDate,
    received_at: receivedAt,
  });
}

/** @returns whether the text can be sent as a token: visible ASCII characters, no spaces */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

/**
 * Converts the end of a new session from the server's clock to this machine's.
 * @param now epoch milliseconds by this machine's clock
 * @param serverNow epoch milliseconds by the server's clock
 * @returns the tokens, without an end that would already be past: then the clocks are not comparable
 */
export function datedTokens(tokens: Tokens, now: number, serverNow: number): Tokens {
  const { expireDate, ...rest } = tokens;
  const end = expireDate === undefined ? undefined : expireDate + now - serverNow;
  return end === undefined || end <= now ? rest : { ...rest, expireDate: end, receivedAt: now };
}

/**
 * @param now epoch milliseconds
 * @param share from 0 up to 1, different in each window, so that they do not renew at the same moment
 * @returns whether the session ends so soon that it should be renewed before use
 */
export function endsSoon(
  { expireToken, expireDate, receivedAt }: Tokens,
  now: number,
  share: number,
): boolean {
  if (expireToken === undefined || expireDate === undefined || receivedAt === undefined) return false;
  const margin = Math.min((expireDate - receivedAt) / 5, MAX_MARGIN);
  return now >= expireDate - margin * (0.5 + share / 2);
}
