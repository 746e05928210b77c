import { pageReply, type Reply } from "../front/reply";
import { replying, type Fault } from "./fault";

const ELSEWHERE = / redirects to https:\/\/elsewhere\.example\.test, where your credentials must not go\. /;
const LOOPS = / keeps redirecting, the last time to \/\S+\. Check the address and its path\.$/;
const INSTEAD =
  / redirects to \/\S+ instead of replying\. Check the address and its path, and whether a proxy asks you to sign in first\.$/;
const either = (one: RegExp, other: RegExp): RegExp => new RegExp(`${one.source}|${other.source}`);

const NONE: Reply["headers"] = {};

/** Where redirects lead that must not be followed, by the path that was asked for. */
const TARGETS: readonly {
  readonly id: string;
  readonly words: string;
  readonly statuses: readonly number[];
  readonly sentence: RegExp;
  readonly needs?: "https";
  readonly location: (path: string, host: string) => string | undefined;
}[] = [
  {
    id: "other-origin",
    words: "to another origin",
    statuses: [301, 302, 303, 307, 308],
    sentence: ELSEWHERE,
    location: (path) => `https://elsewhere.example.test${path}`,
  },
  {
    id: "other-port",
    words: "to another port of the host",
    statuses: [301, 307],
    sentence: / redirects to https?:\/\/[a-z0-9.]+:1, where your credentials must not go\. /,
    location: (path, host) => `//${host.replace(/:\d+$/, "")}:1${path}`,
  },
  {
    id: "no-scheme",
    words: "to //host",
    statuses: [301, 307],
    sentence: / redirects to https?:\/\/elsewhere\.example\.test, where your credentials must not go\. /,
    location: (path) => `//elsewhere.example.test${path}`,
  },
  {
    id: "http",
    words: "from HTTPS to plain HTTP",
    statuses: [301, 302, 307],
    sentence: / redirects to http:\/\/\S+, which is not encrypted\. /,
    needs: "https",
    location: (path, host) => `http://${host}${path}`,
  },
  {
    id: "other-scheme",
    words: "to a scheme that is not HTTP",
    statuses: [302],
    sentence: / redirects to another place, where your credentials must not go\. /,
    location: () => "javascript:alert(1)",
  },
  {
    id: "nowhere",
    words: "without a target",
    statuses: [302],
    sentence: / redirects without a clear target\. /,
    location: () => undefined,
  },
  {
    id: "credentials",
    words: "to the same origin with a user name and a password",
    statuses: [302],
    sentence: / redirects to an address with a user name or a password in it\. /,
    location: (path, host) => `//user:secret@${host}${path}`,
  },
  {
    id: "loop",
    words: "to itself",
    statuses: [301, 302, 303, 307, 308],
    sentence: either(LOOPS, INSTEAD),
    location: (path) => path,
  },
  {
    id: "growing-loop",
    words: "to a longer path each time",
    statuses: [301, 307],
    sentence: either(LOOPS, INSTEAD),
    location: (path) => `${path}${path.endsWith("/") ? "" : "/"}again/`,
  },
];

/** Redirects that must not be followed, or not for ever. */
export const REDIRECT_FAULTS: readonly Fault[] = [
  ...TARGETS.flatMap(({ id, words, statuses, sentence, needs, location }) =>
    statuses.map((status): Fault => ({
      id: `redirect-${status}-${id}`,
      group: "redirect",
      title: `${status} ${words}`,
      sentence,
      reason: "notOzApi",
      ...(needs && { needs }),
      act: replying(({ request }) => {
        const target = location(request.path, request.headers.host ?? "");
        return { status, headers: target === undefined ? NONE : { location: target }, body: Buffer.alloc(0) };
      }),
    })),
  ),
  {
    id: "redirect-302-two-places",
    group: "redirect",
    title: "302 to two places at once",
    sentence: / redirects without a clear target\. /,
    reason: "notOzApi",
    act: replying(({ request }) => ({
      status: 302,
      headers: { location: `${request.path}?one`, Location: `${request.path}?other` },
      body: Buffer.alloc(0),
    })),
  },
  {
    id: "redirect-302-sign-in-page",
    group: "redirect",
    title: "302 to the sign-in page of a proxy at the same origin",
    sentence: either(
      / replied with a web page, “Company sign-in”, instead of what an Oz API sends\. /,
      INSTEAD,
    ),
    reason: "notOzApi",
    act: replying(({ request }) =>
      request.path === "/sign-in"
        ? pageReply(200, "<!doctype html><title>Company sign-in</title>")
        : { status: 302, headers: { location: "/sign-in" }, body: Buffer.alloc(0) },
    ),
  },
];
