import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { Scrubber } from "../../../src/base/log/scrubber";
import { OzError } from "../../../src/oz/http/ozError";
import { closeServers, fault, reply, serve, type Seen } from "../oz/support";
import { Installation, signal, type Window } from "./windows";

/** All different, so that a leaked one tells where it comes from. */
const SECRETS = {
  password: 'pw "5%&',
  access: "3f1cacce55".repeat(8),
  refresh: "shortRe",
  typed: "7e7e7e7e-0000-4000-8000-00000000beef",
  redirect: "9d9d00d1".repeat(4),
  errorBody: "c0ffee00".repeat(4),
} as const;

/** What a server can do to get a secret onto the screen or into the log. */
const LEAKS: Readonly<Record<string, (seen: Seen, response: ServerResponse) => void>> = {
  "an error that repeats the request": ({ token, body }, response) =>
    reply(response, 500, fault(0, `Bad ${token ?? ""} in ${body} ${SECRETS.errorBody}`)),
  "a refusal that repeats the request": ({ token, body }, response) =>
    reply(response, 403, fault(9, `No ${body} for ${token ?? ""}, nor for ${encodeURIComponent(body)}`)),
  "a page whose title repeats the token": ({ token, body }, response) =>
    reply(response, 404, `<title>${token ?? ""} ${body}</title>`),
  "a redirect with a token": (_, response) =>
    reply(response, 302, "", { location: `https://evil.example/?token=${SECRETS.redirect}` }),
  "a redirect to a host that is the token": ({ token = "nobody" }, response) =>
    reply(response, 302, "", { location: `https://${token}.evil.example/` }),
  "broken JSON": ({ token }, response) =>
    reply(response, 200, `{"items": "${token ?? ""}`, { "content-type": "application/json" }),
  "a renewal that fails": ({ url, body }, response) =>
    url.endsWith("/refresh/") ? reply(response, 500, fault(0, body)) : reply(response, 401, fault(8)),
  "a refused session": ({ token, body }, response) =>
    reply(response, 401, fault(8, `Session ${token ?? ""} has expired: ${body}`)),
};

/** Provokes every leak. @returns everything readable afterwards, except the secret storage */
async function readable(scrubber: Scrubber): Promise<string[]> {
  const installation = new Installation(undefined, scrubber);
  let leak: (typeof LEAKS)[string] | undefined;
  const server = await serve((seen, response) => {
    const asksForTokens = seen.url.startsWith("/api/authorize/");
    if (leak) leak(seen, response);
    else if (asksForTokens)
      reply(response, 200, { access_token: SECRETS.access, expire_token: SECRETS.refresh });
    else reply(response, 200, { items: [], total_count: 0 });
  });
  const texts: string[] = [];
  const attempt = async (work: Promise<unknown>): Promise<void> => {
    await work.catch((error: unknown) => {
      assert.ok(error instanceof OzError, String(error));
      texts.push(error.message, error.serverMessage ?? "", JSON.stringify(error), error.stack ?? "");
    });
  };
  const window: Window = installation.window();
  const credentials = { email: "me@oz.example", password: SECRETS.password };
  const list = async (): Promise<void> => {
    await (await window.client()).listFolders({ offset: 0, limit: 1 });
  };
  await window.signIn(server.address, { credentials, savePassword: true }, signal);
  await list();
  for (leak of Object.values(LEAKS)) {
    await attempt(window.check(server.address, signal));
    await attempt(window.signIn(server.address, { credentials, savePassword: true }, signal));
    await attempt(window.signIn(server.address, { accessToken: SECRETS.typed }, signal));
    await attempt(list());
  }
  await installation.close();
  return [...texts, ...installation.lines, ...installation.memory.values.values()];
}

function found(texts: readonly string[]): string[] {
  return Object.entries(SECRETS).flatMap(([name, secret]) => {
    const ways = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
    return texts.some((text) => ways.some((way) => text.includes(way))) ? [name] : [];
  });
}

/** Scrubs nothing. */
class NoScrubber extends Scrubber {
  override scrub(text: string): string {
    return text;
  }
}

describe("secrets", () => {
  afterEach(closeServers);

  it("leak into no error, log or state", async () => {
    const texts = await readable(new Scrubber());
    assert.ok(texts.length > 100, "there was something to read");
    assert.deepEqual(found(texts), []);
  });

  it("leak if the scrubber is switched off, so this test would notice", async () => {
    assert.deepEqual(found(await readable(new NoScrubber())), [
      "password",
      "access",
      "refresh",
      "typed",
      "errorBody",
    ]);
  });
});
