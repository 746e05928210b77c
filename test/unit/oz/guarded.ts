import type { ServerResponse } from "node:http";
import { fault, reply, serve, type Seen, type TestServer } from "./support";

export const page = { offset: 0, limit: 10 };
export const credentials = { email: "me@oz.example", password: "s3cret" };

/** Where a `TestClock` begins, and a quarter of an hour later. */
export const SESSION_BEGIN = Date.parse("2025-03-01T12:00:00Z");
export const SESSION_END = SESSION_BEGIN + 900_000;

export interface Rules {
  /** The error code of a 401 for a token that is not good. */
  readonly code?: number;
  readonly good?: Set<string>;
  /** Epoch seconds; `SESSION_END` unless told. */
  readonly expireDate?: number;
  /** What the server takes for now, in epoch milliseconds; the time of the test unless told. */
  readonly serverTime?: number;
  readonly refresh?: (seen: Seen, response: ServerResponse) => void;
  readonly login?: (seen: Seen, response: ServerResponse) => void;
}

/** A server that knows which tokens are good; each of its renewals gives the next one: access-2, access-3, … */
export async function guarded(
  rules: Rules = {},
): Promise<TestServer & { readonly good: Set<string>; counts(): string }> {
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
    else reply(response, 401, fault(rules.code ?? 8));
  });
  const short: Record<string, string> = {
    "/api/authorize/refresh/": "refresh",
    "/api/authorize/auth/": "log-in",
  };
  return {
    ...server,
    good,
    counts: () => server.seen.map(({ url, token }) => short[url] ?? token ?? "no token").join(" "),
  };
}

export const refuse = (_: Seen, response: ServerResponse): void =>
  reply(response, 401, fault(7, "Session not found"));

/** A refresh that waits: `asked` resolves when the client has sent it, `answer` lets it have its reply. */
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
