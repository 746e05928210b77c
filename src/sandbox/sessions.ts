import { SANDBOX_ACCOUNT } from "./account";
import type { Clock, RandomBytes } from "./options";
import { ApiError } from "./server/errors";

/** Who is asking. Only the owner of a session may refresh it. */
export type Caller = "demo" | "service";

export interface Session {
  readonly id: string;
  readonly accessToken: string;
  readonly expireToken: string;
  /** Epoch milliseconds. */
  expires: number;
  /** The session that ends when this one is first used. */
  replaces: Session | undefined;
}

const DEFAULT_LIFETIME = 15 * 60_000;
/** Older sessions are forgotten, so that a sandbox that runs for days does not grow. */
const MOST_SESSIONS = 1000;

/** Log-ins and their tokens (oz-api.md 2): sessions that slide unless told otherwise, and a refresh that leaves the old pair alive until the new one is used. */
export class Sessions {
  private readonly byAccess = new Map<string, Session>();
  private readonly byExpire = new Map<string, Session>();

  constructor(
    private readonly clock: Clock,
    private readonly randomBytes: RandomBytes,
    private readonly lifetime = DEFAULT_LIFETIME,
    private readonly sliding = true,
  ) {}

  /** @throws ApiError 15 for anything but the demo account */
  logIn(email: unknown, password: unknown): Session {
    if (email !== SANDBOX_ACCOUNT.email || password !== SANDBOX_ACCOUNT.password) {
      throw new ApiError(15, "Invalid auth credentials");
    }
    return this.open(undefined);
  }

  /**
   * Lets a request in and moves the end of its session.
   * @param token the access token as it came; missing is refused like a log-out
   * @throws ApiError 6, 7, 8: not provided, not valid, expired
   */
  enter(token: string | undefined): Caller {
    const session = this.find(token);
    if (session === "service") return "service";
    if (session.expires <= this.clock.now()) {
      throw new ApiError(8, "Provided user auth token has expired. Please renew it.");
    }
    if (this.sliding) session.expires = this.clock.now() + this.lifetime;
    if (session.replaces) this.close(session.replaces);
    session.replaces = undefined;
    return "demo";
  }

  /**
   * Opens a session in place of another, also of an expired one: public code relies on that (oz-api.md 2.3).
   * @throws ApiError 6, 7 for the access token; 7 "Session not found"; 9 for the session of somebody else
   */
  refresh(token: string | undefined, expireToken: unknown): Session {
    const caller = this.find(token);
    const session = typeof expireToken === "string" ? this.byExpire.get(expireToken) : undefined;
    if (!session) throw new ApiError(7, "Session not found");
    if (caller === "service") throw new ApiError(9, "You have not access to refresh this session");
    return this.open(session);
  }

  private find(token: string | undefined): Session | "service" {
    if (token === undefined || token === "") {
      throw new ApiError(6, "User auth token is not provided. You must be logged for this request.");
    }
    if (token === SANDBOX_ACCOUNT.accessToken) return "service";
    const session = this.byAccess.get(token);
    if (!session) throw new ApiError(7, "User auth token is not valid. You must be logged for this request.");
    return session;
  }

  private open(replaces: Session | undefined): Session {
    const session = {
      id: this.hex(16).replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"),
      accessToken: this.hex(64),
      expireToken: this.hex(64),
      expires: this.clock.now() + this.lifetime,
      replaces,
    };
    this.byAccess.set(session.accessToken, session);
    this.byExpire.set(session.expireToken, session);
    const [oldest] = this.byAccess.values();
    if (oldest && this.byAccess.size > MOST_SESSIONS) this.close(oldest);
    return session;
  }

  private close(session: Session): void {
    this.byAccess.delete(session.accessToken);
    this.byExpire.delete(session.expireToken);
  }

  /** Lower case: tokens have 128 digits, as in the vendor's examples. */
  private hex(bytes: number): string {
    return Array.from(this.randomBytes(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
}
