/** Milliseconds before a refused session is tried again for the first time; each refusal doubles it. */
const FIRST_PAUSE = 2_000;

/** The longest pause in milliseconds. */
const MAX_PAUSE = 300_000;

/**
 * When a session that the server refused may be tried again: after growing pauses, because a gateway, or a server that
 * restarts, may refuse a valid one for a while. All times are `Clock.elapsed`.
 */
export class Refusals {
  private accessToken: string | undefined;
  private pause = 0;
  private until = -Infinity;

  /**
   * @param accessToken undefined if there is none
   * @returns whether nothing may be sent with the token; another one, from another window, is tried
   */
  isResting(accessToken: string | undefined, now: number): boolean {
    return this.isRenewalResting(now) && accessToken === this.accessToken;
  }

  /** @returns whether no token may be renewed: windows that renew what the server refuses would go on for ever */
  isRenewalResting(now: number): boolean {
    return now < this.until;
  }

  /** Records that the server refused a token and its renewal; all refusals of one attempt count once. */
  add(accessToken: string | undefined, now: number): void {
    this.accessToken = accessToken;
    if (this.isRenewalResting(now)) return;
    this.pause = this.pause === 0 ? FIRST_PAUSE : Math.min(this.pause * 2, MAX_PAUSE);
    this.until = now + this.pause;
  }

  /** Forgets all refusals: the server has accepted a token, or the user signs in or asks to try again. */
  clear(): void {
    this.pause = 0;
    this.until = -Infinity;
  }
}
