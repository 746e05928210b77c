import { STATUS_CODES } from "node:http";
import type { OzErrorReason } from "../../../src/oz/http/ozError";
import { jsonReply, pageReply, type Reply } from "../front/reply";
import { replying, type Fault } from "./fault";

/** A status, with what is told of it: the reason, and what follows the host in the sentence. */
type Row = readonly [status: number, reason: OzErrorReason, words: string];

const refused = (status: number): Row => [status, "badRequest", `refused the .*, status ${status}`];
const internal = (status: number): Row => [status, "serverError", `has an internal error, status ${status}`];
const UNAUTHORIZED: Row = [401, "signInNeeded", "(does not accept the session|asks you to sign in again)"];
const FORBIDDEN: Row = [403, "forbidden", "does not allow this account to "];
const NO_PATH: Row = [404, "noSuchPath", "has no (/api/\\S+|folder \\S+)"];
const LATE: Row = [408, "timeout", "did not receive the request in time, status 408"];
const LIMITED: Row = [429, "tooManyRequests", "(limits requests|asked us to wait)"];

/** Errors with the framework's body: its code and its message. */
const FRAMEWORK: readonly (readonly [code: number, message: string, row: Row])[] = [
  [4, "Invalid param value", refused(400)],
  [8, "Provided user auth token has expired. Please renew it.", UNAUTHORIZED],
  [9, "You have not access to this resource", FORBIDDEN],
  [10, "Object not exist", NO_PATH],
  [0, "Not found", NO_PATH],
  [1, "HTTP method is not allowed for path", refused(405)],
  [0, "Timed out", LATE],
  [13, "Object already exist", refused(409)],
  [10, "Object was deleted", refused(410)],
  [14, "Request data too big", refused(413)],
  [101, "Too many requests", LIMITED],
  [0, "Unknown server side error", internal(500)],
  [12, "Database error occurred", internal(500)],
  [17, "Programming error", internal(500)],
  [11, "Failed to communicate with external system", internal(502)],
  [0, "Maintenance", internal(503)],
  [0, "No reply in time", internal(504)],
];

/** Errors with a page of whatever stands before the server, or with no body at all. */
const PLAIN: readonly Row[] = [
  refused(400),
  UNAUTHORIZED,
  FORBIDDEN,
  [
    404,
    "notOzApi",
    "replied with status 404 and (a web page, “404 Not Found”,|an empty body) instead of what an Oz API sends",
  ],
  refused(405),
  [407, "proxySignIn", "requires you to sign in\\. Check the proxy settings"],
  LATE,
  refused(409),
  refused(410),
  refused(413),
  refused(414),
  LIMITED,
  refused(431),
  internal(500),
  internal(502),
  internal(503),
  internal(504),
  [511, "networkSignIn", "requires you to sign in first\\. Open any web page in a browser"],
  [600, "serverError", "replied with status 600, which HTTP does not have\\. Try again later"],
];

/** What `Retry-After` says, and how long that is to wait. */
const WAITS: readonly (readonly [
  id: string,
  words: string,
  header: (now: number) => string,
  wait?: number,
])[] = [
  ["seconds", "in seconds", () => "20", 20_000],
  ["date", "as a date", (now) => dateAfter(now, 20_000), 20_000],
  ["past", "as a date that is past", (now) => dateAfter(now, -20_000)],
  ["zero", "of 0 seconds", () => "0"],
  ["negative", "of -5 seconds", () => "-5"],
  ["fraction", "of 2.5 seconds", () => "2.5"],
  ["huge", "of 10¹² seconds", () => "1000000000000", 86_400_000],
  ["garbage", "that is no time", () => "soon"],
];

/** A sign-in that is refused says so, whatever for; where there is none, it says that. */
function inSignIn(status: number, isFramework: boolean): Pick<Fault, "signInReason"> {
  if (status === 404 || status === 405) return { signInReason: "noSignIn" };
  const isRefused = status < 500 && ![407, 408, 429].includes(status);
  return isRefused && (isFramework || status === 401) ? { signInReason: "credentialsRefused" } : {};
}

function statusFault(id: string, title: string, row: Row, reply: Reply): Fault {
  const [status, reason, words] = row;
  const isFramework = reply.headers["content-type"] === "application/json";
  return {
    id: `status-${status}-${id}`,
    group: "status",
    title: `${status} ${title}`,
    sentence: new RegExp(` ${words}| has no sign-in with | did not accept this email and password`),
    reason,
    ...inSignIn(status, isFramework),
    act: replying(reply),
  };
}

const framework = FRAMEWORK.map(([code, message, row], index): Fault => {
  const [status] = row;
  const isFirst = FRAMEWORK.findIndex(([, , [other]]) => other === status) === index;
  const id = isFirst ? "framework" : `framework-${code}`;
  const reply = jsonReply(status, { error_code: code, error_message: message, error_details: null });
  const fault = statusFault(id, `with the framework's code ${code}`, row, reply);
  // Only a request that names a folder can learn from it that there is none.
  return status === 404 && code === 10 ? { ...fault, folderReason: "notFound" } : fault;
});

const pages = PLAIN.map((row) => {
  const [status] = row;
  const name = `${status} ${STATUS_CODES[status] ?? "Unknown"}`;
  return statusFault(
    "page",
    "with a web page",
    row,
    pageReply(status, `<html><title>${name}</title></html>`),
  );
});

const empty = PLAIN.map((row) =>
  statusFault("empty", "with an empty body", row, { status: row[0], headers: {}, body: Buffer.alloc(0) }),
);

const waits = [LIMITED, internal(503)].flatMap((row) =>
  WAITS.map(([id, words, header, wait]): Fault => {
    const [status] = row;
    const fault = statusFault(id, `with a Retry-After ${words}`, row, pageReply(status, ""));
    return {
      ...fault,
      ...(wait !== undefined && { wait }),
      act: replying(({ clock }) =>
        pageReply(status, "", { date: dateAfter(clock.now(), 0), "retry-after": header(clock.now()) }),
      ),
    };
  }),
);

function dateAfter(now: number, wait: number): string {
  return new Date(now + wait).toUTCString();
}

/** Replies with the status of an error, or with one that was meant to have it. */
export const STATUS_FAULTS: readonly Fault[] = [
  ...framework,
  ...pages,
  ...empty,
  ...waits,
  {
    id: "status-200-error",
    group: "status",
    title: "200 with the framework's body of an error 500",
    sentence: / has an internal error, status 200 \(“Unknown server side error”\)\. /,
    reason: "serverError",
    act: replying(jsonReply(200, { error_code: 0, error_message: "Unknown server side error" })),
  },
];
