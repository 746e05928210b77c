import { abortable } from "../../base/abortable";
import type { Log } from "../../base/log/log";
import { cancelled, OzError, sessionLost, signInNeeded } from "../http/ozError";
import type { OzHttp } from "../http/ozHttp";
import { requestSignIn } from "./authorize";
import { renew, refreshEarly } from "./renewal";
import { endsSoon, type Credentials, type Tokens, type TokenStore } from "./tokens";

export interface SessionOptions {
  readonly http: OzHttp;
  readonly store: TokenStore;
  /** Gets the saved credentials when only a new sign-in can renew the session; must not prompt the user. */
  readonly credentials: () => Promise<Credentials | undefined>;
  readonly log: Log;
  /** From 0 up to 1, different in each window, so that they do not renew a session at the same moment. */
  readonly share: number;
}

/** The result of `Session.reload`. */
export interface ReloadedSession {
  /** Whether the store has tokens. */
  readonly signedIn: boolean;
  /** Whether they differ from before. */
  readonly changed: boolean;
}

/**
 * The session on one server. All callers share one renewal. A refused renewal is not repeated until the user signs in, so
 * that polling cannot lock the account.
 */
export class Session {
  private tokens: Tokens | undefined;
  private renewal: Promise<string> | undefined;
  private earlyRefresh: Promise<void> | undefined;
  /** Counts sign-ins and sign-outs. If it changes during a renewal, the renewed tokens are dropped. */
  private epoch = 0;
  /** Set if the session could not be renewed, with its access token if it had one. */
  private unrenewable: { readonly accessToken: string | undefined } | undefined;
  /** The last access token for which an early refresh was tried. */
  private triedEarly: string | undefined;

  constructor(private readonly options: SessionOptions) {}

  /**
   * Signs in and stores the tokens, but not the credentials.
   * @returns the role of the account; undefined if the server does not tell it
   * @throws OzError "credentialsRefused" if the server does not accept them
   */
  async signIn(credentials: Credentials, signal?: AbortSignal): Promise<string | undefined> {
    const { tokens, role } = await requestSignIn(this.options.http, credentials, signal);
    await this.adopt(tokens);
    return role;
  }

  /** Signs in with existing tokens, such as the access token of a service account. */
  async adopt(tokens: Tokens): Promise<void> {
    this.replaceTokens(tokens);
    await this.options.store.save(tokens);
  }

  /** Signs out: deletes the tokens here and in the store. */
  async signOut(): Promise<void> {
    this.replaceTokens(undefined);
    await this.options.store.save(undefined);
  }

  /** Reads the store again. Call it when this or another window may have changed it. */
  async reload(): Promise<ReloadedSession> {
    const stored = await this.options.store.load();
    const changed = stored?.accessToken !== this.tokens?.accessToken;
    if (changed) this.replaceTokens(stored);
    return { signedIn: stored !== undefined, changed };
  }

  /**
   * Sends a request with the access token, renewed first if it expires soon. After a 401 it renews the session and sends
   * the request once more.
   * @param send rejects with an `OzError`
   * @throws OzError "signInNeeded" if the session cannot be renewed or the renewed one is refused too; the network's
   * error if a renewal fails, and then the tokens stay
   */
  async authorized<T>(send: (accessToken: string) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const { origin } = this.options.http;
    const orCancelled = (token: Promise<string>): Promise<string> =>
      abortable(token, signal, () => cancelled(origin));
    const first = await orCancelled(this.usableToken());
    try {
      return await send(first);
    } catch (error) {
      if (!isUnauthorized(error)) throw error;
    }
    const second = await orCancelled(this.renewedToken(first));
    try {
      return await send(second);
    } catch (error) {
      if (isUnauthorized(error)) this.unrenewable = { accessToken: second };
      throw error;
    }
  }

  private replaceTokens(tokens: Tokens | undefined): void {
    this.epoch++;
    this.tokens = tokens;
    this.unrenewable = undefined;
  }

  /** @returns an access token that is worth trying */
  private async usableToken(): Promise<string> {
    const tokens = await this.loadTokens();
    if (tokens && this.shouldRefreshEarly(tokens)) this.earlyRefresh = this.refreshEarly(tokens);
    await this.earlyRefresh;
    const token = this.tokens?.accessToken;
    return token !== undefined && token !== this.unrenewable?.accessToken ? token : this.renewedToken(token);
  }

  private async loadTokens(): Promise<Tokens | undefined> {
    if (!this.tokens) {
      const epoch = this.epoch;
      const stored = await this.options.store.load();
      if (epoch === this.epoch) this.tokens ??= stored;
    }
    return this.tokens;
  }

  /** Only once per token: if that fails, the token is used until the server refuses it. */
  private shouldRefreshEarly(tokens: Tokens): boolean {
    const { http, share } = this.options;
    return tokens.accessToken !== this.triedEarly && endsSoon(tokens, http.now(), share);
  }

  private async refreshEarly(tokens: Tokens): Promise<void> {
    const { epoch } = this;
    this.triedEarly = tokens.accessToken;
    const fresh = await refreshEarly(this.options, tokens);
    this.earlyRefresh = undefined;
    if (fresh && epoch === this.epoch) await this.saveRenewed(fresh);
  }

  /** @param failed the access token that was refused; undefined if there was none */
  private async renewedToken(failed: string | undefined): Promise<string> {
    await this.earlyRefresh;
    const current = this.tokens?.accessToken;
    if (!this.renewal && current !== undefined && current !== failed) return current;
    this.renewal ??= this.renew(failed).finally(() => (this.renewal = undefined));
    return this.renewal;
  }

  private async renew(failed: string | undefined): Promise<string> {
    const { http, store } = this.options;
    const { epoch } = this;
    const isUnrenewable = this.unrenewable !== undefined && this.unrenewable.accessToken === failed;
    const stored = await store.load();
    // Another window may have renewed it already.
    const newer = stored?.accessToken === failed ? undefined : stored;
    const fresh = newer ?? (isUnrenewable ? undefined : await renew(this.options, stored));
    if (epoch !== this.epoch) {
      const current = await this.loadTokens();
      if (!current) throw signInNeeded(http.origin);
      return current.accessToken;
    }
    if (fresh) {
      await this.saveRenewed(fresh);
      return fresh.accessToken;
    }
    this.unrenewable = { accessToken: failed };
    throw failed === undefined ? sessionLost(http.origin) : signInNeeded(http.origin);
  }

  private async saveRenewed(fresh: Tokens): Promise<void> {
    const { store, log } = this.options;
    this.tokens = fresh;
    this.unrenewable = undefined;
    try {
      if ((await store.load())?.accessToken !== fresh.accessToken) await store.save(fresh);
    } catch {
      log.warn("The renewed session could not be saved.");
    }
  }
}

function isUnauthorized(error: unknown): boolean {
  return error instanceof OzError && error.status === 401;
}
