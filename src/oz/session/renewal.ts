import { OzError } from "../http/errors";
import type { OzHttp } from "../http/ozHttp";
import { logIn, refresh } from "./authorize";
import type { Credentials, Tokens, TokenStore } from "./tokens";

/** What a renewal needs to know and to ask. */
export interface RenewalOptions {
  readonly http: OzHttp;
  readonly store: TokenStore;
  readonly credentials: () => Promise<Credentials | undefined>;
}

/**
 * Gets tokens in place of those that were refused: by a refresh, else by a new log-in.
 * @param refused what the store holds; without it, signed out elsewhere, there is nothing to refresh
 * @returns undefined when all was refused
 * @throws OzError when a request failed for any other reason, such as the network
 */
export async function renew(
  options: RenewalOptions,
  refused: Tokens | undefined,
): Promise<Tokens | undefined> {
  const { http, store, credentials } = options;
  const refreshed = refused && (await refresh(http, refused));
  if (refreshed) return refreshed;
  // A refresh works once: another window may have got there first.
  const stored = await store.load();
  if (stored && stored.accessToken !== refused?.accessToken) return stored;
  const known = await credentials();
  return known && (await logIn(http, known).catch(refusedToNothing))?.tokens;
}

/**
 * Gets tokens in place of those that will soon be refused. Nothing is lost when that fails: they still are good.
 * @param ending the tokens in use
 * @returns undefined when there are none
 */
export async function refreshEarly(
  { http, store }: Pick<RenewalOptions, "http" | "store">,
  ending: Tokens,
): Promise<Tokens | undefined> {
  const stored = await store.load();
  // Another window was faster.
  if (stored?.accessToken !== ending.accessToken) return stored;
  return refresh(http, ending).catch(() => undefined);
}

function refusedToNothing(error: unknown): undefined {
  if (error instanceof OzError && error.reason === "credentialsRefused") return undefined;
  throw error;
}
