import type { Clock } from "../base/clock";
import { SANDBOX_ACCOUNT } from "./account";
import { ApiError } from "./server/apiError";

/** Returns random bytes; tests pass a predictable function. */
export type RandomBytes = (count: number) => Uint8Array;

/** Who sent a request. Only the demo account has sessions and may refresh them. */
export type Caller = "demo" | "service";

export interface SandboxSession {
  readonly id: string;
  readonly accessToken: string;
  readonly expireToken: string;
  /** Epoch milliseconds. */
  expires: number;
  /** The session to close when this one is first used. */
  replaces: SandboxSession | undefined;
}

const DEFAULT_LIFETIME = 15 * 60_000;
/** Above this the oldest are dropped, so that a long-running sandbox does not grow. */
const MAX_SESSIONS = 1000;

/**
 * Sessions and their tokens (oz-api.md 2). By default each request extends its session. After a refresh, the old tokens
 * stay valid until the new ones are first used.
 */
export class Sessions {
  private readonly byAccess = new Map<string, SandboxSession>();
  private readonly byExpire = new Map<string, SandboxSession>();

  constructor(
    private readonly clock: Pick<Clock, "now">,
    private readonly randomBytes: RandomBytes,
    private readonly lifetime = DEFAULT_LIFETIME,
    private readonly sliding = true,
  ) {}

  /** @throws ApiError 15 for any account but the demo account */
  signIn(email: unknown, password: unknown): SandboxSession {
    if (email !== SANDBOX_ACCOUNT.email || password !== SANDBOX_ACCOUNT.password) {
      throw new ApiError(15, "Invalid auth credentials");
    }
    return this.open(undefined);
  }

  /**
   * Checks the access token of a request and extends its session.
   * @throws ApiError 6 for a missing token, 7 for an unknown one, 8 for an expired one
   */
  authenticate(token: string | undefined): Caller {
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
   * Replaces a session with a new one, even if it has expired, because public code relies on that (oz-api.md 2.3).
   * @throws ApiError 6 or 7 for a bad access token, 7 for an unknown refresh token, 9 for the service account
   */
  refresh(token: string | undefined, expireToken: unknown): SandboxSession {
    const caller = this.find(token);
    const session = typeof expireToken === "string" ? this.byExpire.get(expireToken) : undefined;
    if (!session) throw new ApiError(7, "Session not found");
    if (caller === "service") throw new ApiError(9, "You have not access to refresh this session");
    return this.open(session);
  }

  private find(token: string | undefined): SandboxSession | "service" {
    if (token === undefined || token === "") {
      throw new ApiError(6, "User auth token is not provided. You must be logged for this request.");
    }
    if (token === SANDBOX_ACCOUNT.accessToken) return "service";
    const session = this.byAccess.get(token);
    if (!session) throw new ApiError(7, "User auth token is not valid. You must be logged for this request.");
    return session;
  }

  private open(replaces: SandboxSession | undefined): SandboxSession {
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
    if (oldest && this.byAccess.size > MAX_SESSIONS) this.close(oldest);
    return session;
  }

  private close(session: SandboxSession): void {
    this.byAccess.delete(session.accessToken);
    this.byExpire.delete(session.expireToken);
  }

  /** In lower case, as in the vendor's examples. */
  private hex(bytes: number): string {
    return Array.from(this.randomBytes(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
}
