import type { Planted } from "./planted";

/** The parts of a request that a reply may echo. */
export interface Asked {
  readonly path: string;
  /** The access token in its header. */
  readonly token: string;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  /** `short`: the body is cut off. `raw`: only the body is sent, without HTTP. */
  readonly fault?: "short" | "raw";
}

/** A way in which a server leaks secrets. */
export interface Leak {
  readonly name: string;
  /** What the extension says about it, which proves that the reply was quoted. */
  readonly sentence: RegExp;
  /** Whether the sentence repeats the access token, so that its shape matters. */
  readonly repeats?: true;
  /** Whether only a notification reports it: one rejected request says nothing about the server as a whole. */
  readonly hasNoRow?: true;
  readonly reply: (asked: Asked) => Reply;
}

/** An Oz API error that echoes the whole request. */
export function echo(status: number, errorCode: number, { token, body, path }: Asked, before = ""): Reply {
  const said = `echo ${before}${body} ${token} X-Forensic-Access-Token: ${token}`;
  const error = { error_code: errorCode, error_message: said, error_details: { token, body, path } };
  return { status, body: JSON.stringify(error) };
}

const HTML = { "content-type": "text/html" };

const title = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** What the server replies instead of folders. Two in a row never lead to the same sentence. */
export function leaks({ redirect, host, moved, named, unnamed }: Planted): readonly Leak[] {
  const to = (location: string): Reply => ({ status: 302, headers: { location }, body: location });
  return [
    {
      name: "403 that repeats the token",
      repeats: true,
      sentence: /does not allow this account to list folders \(“echo/,
      reply: (asked) => echo(403, 9, asked),
    },
    {
      name: "400 that repeats the token in a URL",
      hasNoRow: true,
      repeats: true,
      sentence: /refused the folder list, status 400 \(“echo/,
      reply: (asked) => echo(400, 1, asked, `https://host/a?token=${encodeURIComponent(asked.token)} `),
    },
    {
      name: "500 with tokens of its own",
      sentence: /has an internal error, status 500 \(“echo/,
      reply: (asked) => echo(500, 0, asked, `access_token=${named} Bearer ${named} ${unnamed} `),
    },
    {
      name: "page whose title is the token",
      repeats: true,
      sentence: /replied with a web page, “echo/,
      reply: ({ token }) => ({
        status: 200,
        headers: HTML,
        body: `<html><title>echo ${title(token)}</title>`,
      }),
    },
    {
      name: "page whose title is the unescaped token",
      repeats: true,
      sentence: /replied with status 404 and a web page, “echo/,
      reply: ({ token }) => ({ status: 404, headers: HTML, body: `<title>echo ${token}</title>` }),
    },
    {
      name: "redirect with a token",
      sentence: /redirects to https:\/\/server\.other\.example, where/,
      reply: () => to(`https://server.other.example/${redirect}?token=${redirect}#${redirect}`),
    },
    {
      name: "redirect to a token",
      sentence: /redirects to https:\/\/[^.]+\.example, where/,
      reply: () => to(`https://${host}.example/`),
    },
    {
      name: "redirect to nowhere",
      sentence: /redirects to another place/,
      reply: () => to(`http://[${redirect}`),
    },
    {
      name: "redirect that is followed",
      sentence: /does not allow this account to list folders \(“echo/,
      reply: (asked) =>
        asked.path.includes(moved) ? echo(403, 9, asked) : to(`/api/folders/?token=${moved}`),
    },
    {
      name: "broken JSON",
      sentence: /is damaged or not from an Oz API/,
      reply: ({ token }) => ({ status: 200, body: `{"items": [], "token": "${unnamed} ${token}"` }),
    },
    {
      name: "JSON of another kind",
      sentence: /status 404 and other JSON/,
      reply: ({ token }) => ({ status: 404, body: JSON.stringify({ token, unnamed }) }),
    },
    {
      name: "reply that is cut off",
      sentence: /closed the connection/,
      reply: ({ token }) => ({ status: 200, body: `{"items": "${token}"`, fault: "short" }),
    },
    {
      name: "reply without HTTP",
      sentence: /does not speak HTTP/,
      reply: ({ token }) => ({ status: 0, body: `${token} ${unnamed}\r\n\r\n`, fault: "raw" }),
    },
  ];
}
