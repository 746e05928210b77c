import type { ServerResponse } from "node:http";
import { fault, reply, serve, type Seen, type TestServer } from "./support";

export const page = { offset: 0, limit: 10 };
export const credentials = { email: "me@oz.example", password: "s3cret" };

/** Where a `TestClock` begins, and 15 minutes later. */
export const SESSION_BEGIN = Date.parse("2025-03-01T12:00:00Z");
export const SESSION_END = SESSION_BEGIN + 900_000;

export interface Rules {
  /** The `error_code` of a 401. Default 8. */
  readonly code?: number;
  /** The reply to a refused token. Default a 401 with `code`. */
  readonly refused?: (response: ServerResponse) => void;
  /** The access tokens that the server accepts. Default none. */
  readonly good?: Set<string>;
  /** Epoch seconds. Default `SESSION_END`. */
  readonly expireDate?: number;
  /** The server's clock, in epoch milliseconds. Default `SESSION_BEGIN`. */
  readonly serverTime?: number;
  readonly refresh?: (seen: Seen, response: ServerResponse) => void;
  readonly login?: (seen: Seen, response: ServerResponse) => void;
}

/**
 * Starts a server that accepts only the `good` access tokens. Each refresh or log-in issues the next one: access-2,
 * access-3, … `trace` lists the requests so far in order: "access-1 refresh access-2".
 */
export async function guarded(
  rules: Rules = {},
): Promise<TestServer & { readonly good: Set<string>; trace(): string }> {
  const good = rules.good ?? new Set<string>();
  let issued = 1;
  const issue = (response: ServerResponse): void => {
    issued++;
    good.add(`access-${issued}`);
    const body = {
      access_token: `access-${issued}`,
      expire_token: `expire-${issued}`,
      expire_date: rules.expireDate ?? SESSION_END / 1000,
    };
    reply(response, 200, body, { date: new Date(rules.serverTime ?? SESSION_BEGIN).toUTCString() });
  };
  const server = await serve((seen, response) => {
    if (seen.url === "/api/authorize/refresh/") (rules.refresh ?? ((_, to) => issue(to)))(seen, response);
    else if (seen.url === "/api/authorize/auth/") (rules.login ?? ((_, to) => issue(to)))(seen, response);
    else if (good.has(seen.token ?? "")) reply(response, 200, { items: [], total_count: 0 });
    else if (rules.refused) rules.refused(response);
    else reply(response, 401, fault(rules.code ?? 8));
  });
  const short: Record<string, string> = {
    "/api/authorize/refresh/": "refresh",
    "/api/authorize/auth/": "log-in",
  };
  return {
    ...server,
    good,
    trace: () => server.seen.map(({ url, token }) => short[url] ?? token ?? "no token").join(" "),
  };
}

export const refuse = (_: Seen, response: ServerResponse): void =>
  reply(response, 401, fault(7, "Session not found"));

/** A refresh that waits: `asked` resolves when the client has sent it, `answer` sends the reply. */
export function heldRefresh(accessToken: string): {
  readonly refresh: NonNullable<Rules["refresh"]>;
  readonly asked: Promise<void>;
  answer(more?: object): void;
} {
  let tell: () => void;
  let response: ServerResponse;
  const asked = new Promise<void>((resolve) => (tell = resolve));
  return {
    asked,
    refresh: (_, to) => {
      response = to;
      tell();
    },
    answer: (more) => reply(response, 200, { access_token: accessToken, ...more }),
  };
}
