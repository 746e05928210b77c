import { abortable } from "../../base/abortable";
import type { Log } from "../../base/log/log";
import { cancelled, OzError, requestRefused, sessionLost, signInNeeded } from "../http/ozError";
import type { OzHttp } from "../http/ozHttp";
import { Acceptance, type Subject } from "./acceptance";
import { requestSignIn } from "./authorize";
import { Refusals } from "./refusals";
import { Renewer } from "./renewer";
import { endsSoon, type Credentials, type PasswordStore, type Tokens, type TokenStore } from "./tokens";

export interface SessionOptions {
  readonly http: OzHttp;
  readonly store: TokenStore;
  /** For when only a new sign-in can renew the session. */
  readonly password: PasswordStore;
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
 * The session on one server. All callers share one renewal. A refused session is tried again after growing pauses, see
 * `Refusals`, but a refused password is not until the user signs in, so that polling cannot lock the account.
 */
export class Session {
  private tokens: Tokens | undefined;
  private renewal: Promise<string> | undefined;
  private earlyRefresh: Promise<void> | undefined;
  /** Counts sign-ins and sign-outs. If it changes during a renewal, the renewed tokens are dropped. */
  private epoch = 0;
  /** Whether the store may have other tokens, because it changed and could not be read. The next request tries again. */
  private isOutdated = false;
  private readonly refusals = new Refusals();
  private readonly acceptance: Acceptance;
  /** Whether a renewal has not helped a refused request: from then on, none is made before the token was checked. */
  private checksFirst = false;
  private readonly renewer: Renewer;
  /** The last access token for which an early refresh was tried. */
  private triedEarly: string | undefined;

  constructor(private readonly options: SessionOptions) {
    this.renewer = new Renewer(options);
    this.acceptance = new Acceptance(options.http);
  }

  /**
   * Signs in and stores the tokens, but not the credentials.
   * @returns the role of the account; undefined if the server does not tell it
   * @throws OzError "credentialsRefused" if the server does not accept them, "noSignIn" if it has no sign-in
   */
  async signIn(credentials: Credentials, signal?: AbortSignal): Promise<string | undefined> {
    const { tokens, role } = await requestSignIn(this.options.http, credentials, signal);
    await this.adopt(tokens);
    return role;
  }

  /** Signs in with existing tokens, such as the access token of a service account. */
  async adopt(tokens: Tokens): Promise<void> {
    this.replaceTokens(tokens);
    this.refusals.clear();
    await this.options.store.save(tokens);
  }

  /** Signs out: deletes the tokens here and in the store. */
  async signOut(): Promise<void> {
    this.replaceTokens(undefined);
    await this.options.store.save(undefined);
  }

  /** Reads the store again. Call it when this or another window may have changed it. */
  async reload(): Promise<ReloadedSession> {
    this.isOutdated = true;
    const stored = await this.options.store.load();
    this.isOutdated = false;
    const changed = stored?.accessToken !== this.tokens?.accessToken;
    if (changed) this.replaceTokens(stored);
    return { signedIn: stored !== undefined, changed };
  }

  /** Lets the next request try a refused session at once, because the user asks for it. */
  tryAgain(): void {
    this.refusals.clear();
    this.renewer.tryAgain();
  }

  /**
   * Sends a request with the access token, renewed first if it expires soon. After a 401 it renews the session and sends
   * the request once more.
   * @param send rejects with an `OzError`
   * @throws OzError "forbidden" if the server refuses this request only; "signInNeeded" if the session cannot be renewed or
   * the renewed one is refused too, and, without sending anything, until it is tried again; the network's error if a renewal
   * fails. The tokens stay
   */
  async authorized<T>(
    subject: Subject,
    send: (accessToken: string) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const { origin } = this.options.http;
    const orCancelled = <R>(work: Promise<R>): Promise<R> => abortable(work, signal, () => cancelled(origin));
    const attempt = async (token: string): Promise<{ readonly value: T } | OzError> => {
      try {
        const value = await send(token);
        this.refusals.clear();
        this.acceptance.answered(subject);
        return { value };
      } catch (error) {
        if (isUnauthorized(error)) return error;
        throw error;
      }
    };
    const isAccepted = (token: string): Promise<boolean> =>
      orCancelled(this.acceptance.isAccepted(token, subject));

    const first = await orCancelled(this.usableToken());
    const reply = await attempt(first);
    if ("value" in reply) return reply.value;
    if (this.checksFirst && (await isAccepted(first))) throw requestRefused(reply);
    let second: string;
    try {
      second = await orCancelled(this.renewedToken(first));
    } catch (error) {
      if (!(error instanceof OzError) || error.reason !== "signInNeeded" || !(await isAccepted(first)))
        throw error;
      this.checksFirst = true;
      this.refusals.clear();
      throw requestRefused(reply);
    }
    const again = await attempt(second);
    if ("value" in again) return again.value;
    this.checksFirst = true;
    if (await isAccepted(second)) throw requestRefused(again);
    this.refusals.add(second, this.options.http.elapsed());
    throw again;
  }

  private replaceTokens(tokens: Tokens | undefined): void {
    this.epoch++;
    this.tokens = tokens;
  }

  /** @returns an access token that is worth trying */
  private async usableToken(): Promise<string> {
    if (this.isOutdated) await this.reload().catch(() => undefined);
    const tokens = await this.loadTokens();
    if (tokens && this.shouldRefreshEarly(tokens))
      this.earlyRefresh ??= this.refreshEarly(tokens).finally(() => (this.earlyRefresh = undefined));
    await this.earlyRefresh;
    const token = this.tokens?.accessToken;
    return token !== undefined && !this.isResting(token) ? token : this.renewedToken(token);
  }

  private isResting(token: string | undefined): boolean {
    return this.refusals.isResting(token, this.options.http.elapsed());
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
    const stored = await this.options.store.load().catch(() => undefined);
    const fresh = await this.renewer.refreshEarly(tokens, stored);
    if (fresh) await this.saveRenewed(fresh, stored, epoch);
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
    const { origin } = this.options.http;
    const { epoch } = this;
    const stored = await this.storedTokens();
    const fresh = await this.newerTokens(failed, stored);
    if (fresh) await this.saveRenewed(fresh, stored, epoch);
    if (fresh || epoch !== this.epoch) {
      const current = await this.loadTokens();
      if (!current) throw signInNeeded(origin);
      return current.accessToken;
    }
    this.refusals.add(failed, this.options.http.elapsed());
    throw failed === undefined ? sessionLost(origin) : signInNeeded(origin);
  }

  /** @returns undefined if there are none */
  private async newerTokens(
    failed: string | undefined,
    stored: Tokens | undefined,
  ): Promise<Tokens | undefined> {
    // Another window may have renewed it already.
    if (stored && stored.accessToken !== failed) return stored;
    const rests = this.refusals.isRenewalResting(this.options.http.elapsed());
    return rests ? undefined : this.renewer.renew(stored);
  }

  /** @returns the tokens in the store; those in use if it cannot be read now */
  private async storedTokens(): Promise<Tokens | undefined> {
    try {
      return await this.options.store.load();
    } catch (error) {
      if (this.tokens) return this.tokens;
      throw error;
    }
  }

  /**
   * Uses and saves renewed tokens, unless the user has signed in or out since, in any window: then those tokens count.
   * @param before the tokens in the store when the renewal began
   * @param epoch of that moment
   * @throws OzError "signInNeeded" if another window has signed out meanwhile
   */
  private async saveRenewed(fresh: Tokens, before: Tokens | undefined, epoch: number): Promise<void> {
    const { http, store, log } = this.options;
    // Saved even if the store cannot be read: it must not keep tokens that the server has replaced.
    const stored = await store.load().catch(() => before);
    if (epoch !== this.epoch) return;
    if (before && !stored) {
      this.replaceTokens(undefined);
      throw signInNeeded(http.origin);
    }
    this.tokens = stored && stored.accessToken !== before?.accessToken ? stored : fresh;
    try {
      if (stored?.accessToken !== this.tokens.accessToken) await store.save(fresh);
    } catch {
      log.warn("The renewed session could not be saved.");
    }
  }
}

function isUnauthorized(error: unknown): error is OzError {
  return error instanceof OzError && error.status === 401;
}
