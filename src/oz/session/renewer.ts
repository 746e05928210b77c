import { OzError } from "../http/ozError";
import type { OzHttp } from "../http/ozHttp";
import { isFromOzApi, refreshTokens, requestSignIn } from "./authorize";
import type { PasswordStore, Tokens, TokenStore } from "./tokens";

/** What a renewal needs. */
export interface RenewalOptions {
  readonly http: OzHttp;
  readonly store: TokenStore;
  readonly password: PasswordStore;
}

/** Gets new tokens for a session. */
export class Renewer {
  /** A password that something before the API has refused: whether it is right is not known. */
  private heldBack: string | undefined;

  constructor(private readonly options: RenewalOptions) {}

  /**
   * Replaces tokens that the server refused: by a refresh, or else by a new sign-in.
   * @param refused the tokens in the store; undefined if another window has signed out
   * @returns undefined if the server refused both
   * @throws OzError if a request failed for any other reason, such as the network
   */
  async renew(refused: Tokens | undefined): Promise<Tokens | undefined> {
    const refreshed = refused && (await refreshTokens(this.options.http, refused));
    if (refreshed && !(refreshed instanceof OzError)) return refreshed;
    // A refresh token works only once, and another window may have used it first.
    const stored = await this.options.store.load().catch(() => undefined);
    if (stored && stored.accessToken !== refused?.accessToken) return stored;
    // What a gateway says of the session is no reason to send a password.
    return refreshed && !isFromOzApi(refreshed) ? undefined : this.signIn();
  }

  /** Lets a password that something before the API has refused be sent once more, because the user asks for it. */
  tryAgain(): void {
    this.heldBack = undefined;
  }

  /**
   * Replaces tokens that expire soon. Never rejects, because the tokens are still valid.
   * @param ending the tokens in use
   * @param stored those in the store; undefined if it has none or cannot be read
   * @returns undefined if there are no new tokens
   */
  async refreshEarly(ending: Tokens, stored: Tokens | undefined): Promise<Tokens | undefined> {
    // Another window has replaced them already.
    if (stored?.accessToken !== ending.accessToken) return stored;
    try {
      const refreshed = await refreshTokens(this.options.http, ending);
      return refreshed instanceof OzError ? undefined : refreshed;
    } catch {
      return undefined;
    }
  }

  private async signIn(): Promise<Tokens | undefined> {
    const { password } = this.options;
    const saved = await password.load();
    if (!saved || saved.password === this.heldBack) return undefined;
    try {
      return (await requestSignIn(this.options.http, saved)).tokens;
    } catch (error) {
      if (!(error instanceof OzError) || error.reason !== "credentialsRefused") throw error;
      if (isFromOzApi(error)) await password.refuse(saved.password);
      else this.heldBack = saved.password;
      return undefined;
    }
  }
}
