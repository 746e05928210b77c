import { OzError } from "../http/ozError";
import type { OzHttp } from "../http/ozHttp";
import { requestSignIn, refreshTokens } from "./authorize";
import type { Credentials, Tokens, TokenStore } from "./tokens";

/** What a renewal needs. */
export interface RenewalOptions {
  readonly http: OzHttp;
  readonly store: TokenStore;
  /** See `SessionOptions.credentials`. */
  readonly credentials: () => Promise<Credentials | undefined>;
}

/**
 * Replaces tokens that the server refused: by a refresh, or else by a new sign-in.
 * @param refused the tokens in the store; undefined if another window has signed out
 * @returns undefined if the server refused both
 * @throws OzError if a request failed for any other reason, such as the network
 */
export async function renew(
  options: RenewalOptions,
  refused: Tokens | undefined,
): Promise<Tokens | undefined> {
  const { http, store, credentials } = options;
  const refreshed = refused && (await refreshTokens(http, refused));
  if (refreshed) return refreshed;
  // A refresh token works only once, and another window may have used it first.
  const stored = await store.load();
  if (stored && stored.accessToken !== refused?.accessToken) return stored;
  const saved = await credentials();
  return saved && (await requestSignIn(http, saved).catch(undefinedIfRefused))?.tokens;
}

/**
 * Replaces tokens that expire soon. Never rejects, because the tokens are still valid.
 * @param ending the tokens in use
 * @returns undefined if there are no new tokens
 */
export async function refreshEarly(
  { http, store }: Pick<RenewalOptions, "http" | "store">,
  ending: Tokens,
): Promise<Tokens | undefined> {
  try {
    const stored = await store.load();
    // Another window has replaced them already.
    if (stored?.accessToken !== ending.accessToken) return stored;
    return await refreshTokens(http, ending);
  } catch {
    return undefined;
  }
}

function undefinedIfRefused(error: unknown): undefined {
  if (error instanceof OzError && error.reason === "credentialsRefused") return undefined;
  throw error;
}
