import { abortable } from "../../base/abortable";
import type { Log } from "../../base/log/log";
import { cancelled, OzError, sessionForgotten, signInNeeded } from "../http/ozError";
import type { OzHttp } from "../http/ozHttp";
import { logIn } from "./authorize";
import { renew, refreshEarly } from "./renewal";
import { endsSoon, type Credentials, type Tokens, type TokenStore } from "./tokens";

export interface SessionOptions {
  readonly http: OzHttp;
  readonly store: TokenStore;
  /** Called when only a new sign-in can renew the session; must not ask the user. */
  readonly credentials: () => Promise<Credentials | undefined>;
  readonly log: Log;
  /** From 0 up to 1, different in each window: when in the last minutes of a session this window renews it. */
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
 * The session on one server. All callers share one renewal. A refused renewal is not tried again until somebody signs in,
 * so that a poll neither loops nor locks the account.
 */
export class Session {
  private tokens: Tokens | undefined;
  private renewal: Promise<string> | undefined;
  private earlyRefresh: Promise<void> | undefined;
  /** Counts sign-ins and sign-outs: a renewal's result is dropped if one happened meanwhile. */
  private epoch = 0;
  /** The access token that could not be renewed. */
  private ended: { readonly accessToken: string | undefined } | undefined;
  /** The access token whose early refresh was tried. */
  private triedEarly: string | undefined;

  constructor(private readonly options: SessionOptions) {}

  /**
   * Signs in and stores the tokens, but not the credentials.
   * @returns the role of the account, if the server tells it
   * @throws OzError "credentialsRefused" if the server does not accept them
   */
  async login(credentials: Credentials, signal?: AbortSignal): Promise<string | undefined> {
    const { tokens, role } = await logIn(this.options.http, credentials, signal);
    await this.adopt(tokens);
    return role;
  }

  /** Signs in with existing tokens, such as the access token of a service account. */
  async adopt(tokens: Tokens): Promise<void> {
    this.begin(tokens);
    await this.options.store.save(tokens);
  }

  /** Signs out: deletes the tokens here and in the store. */
  async signOut(): Promise<void> {
    this.begin(undefined);
    await this.options.store.save(undefined);
  }

  /** Reads the store again. Call it when this or another window may have changed it. */
  async reload(): Promise<ReloadedSession> {
    const stored = await this.options.store.load();
    const changed = stored?.accessToken !== this.tokens?.accessToken;
    if (changed) this.begin(stored);
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
    const wait = (token: Promise<string>): Promise<string> =>
      abortable(token, signal, () => cancelled(origin));
    const first = await wait(this.usable());
    try {
      return await send(first);
    } catch (error) {
      if (!isUnauthorized(error)) throw error;
    }
    const second = await wait(this.renewed(first));
    try {
      return await send(second);
    } catch (error) {
      if (isUnauthorized(error)) this.ended = { accessToken: second };
      throw error;
    }
  }

  private begin(tokens: Tokens | undefined): void {
    this.epoch++;
    this.tokens = tokens;
    this.ended = undefined;
  }

  private async usable(): Promise<string> {
    const tokens = await this.loaded();
    if (tokens && this.shouldRefreshEarly(tokens)) this.earlyRefresh = this.refreshEarly(tokens);
    await this.earlyRefresh;
    const token = this.tokens?.accessToken;
    return token !== undefined && token !== this.ended?.accessToken ? token : this.renewed(token);
  }

  private async loaded(): Promise<Tokens | undefined> {
    if (!this.tokens) {
      const epoch = this.epoch;
      const stored = await this.options.store.load();
      if (epoch === this.epoch) this.tokens ??= stored;
    }
    return this.tokens;
  }

  /** Once per token: if it fails, the token is used until the server refuses it. */
  private shouldRefreshEarly(tokens: Tokens): boolean {
    const { http, share } = this.options;
    return tokens.accessToken !== this.triedEarly && endsSoon(tokens, http.now(), share);
  }

  private async refreshEarly(tokens: Tokens): Promise<void> {
    const { epoch } = this;
    this.triedEarly = tokens.accessToken;
    const fresh = await refreshEarly(this.options, tokens);
    this.earlyRefresh = undefined;
    if (fresh && epoch === this.epoch) await this.keep(fresh);
  }

  /** @param failed the access token that was refused; undefined if there was none */
  private async renewed(failed: string | undefined): Promise<string> {
    await this.earlyRefresh;
    const current = this.tokens?.accessToken;
    if (!this.renewal && current !== undefined && current !== failed) return current;
    this.renewal ??= this.renew(failed).finally(() => (this.renewal = undefined));
    return this.renewal;
  }

  private async renew(failed: string | undefined): Promise<string> {
    const { http, store } = this.options;
    const { epoch } = this;
    const isOver = this.ended !== undefined && this.ended.accessToken === failed;
    const stored = await store.load();
    // Another window may have renewed it already.
    const newer = stored?.accessToken === failed ? undefined : stored;
    const fresh = newer ?? (isOver ? undefined : await renew(this.options, stored));
    if (epoch !== this.epoch) {
      const current = await this.loaded();
      if (!current) throw signInNeeded(http.origin);
      return current.accessToken;
    }
    if (fresh) {
      await this.keep(fresh);
      return fresh.accessToken;
    }
    this.ended = { accessToken: failed };
    throw failed === undefined ? sessionForgotten(http.origin) : signInNeeded(http.origin);
  }

  private async keep(fresh: Tokens): Promise<void> {
    const { store, log } = this.options;
    this.tokens = fresh;
    this.ended = undefined;
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
