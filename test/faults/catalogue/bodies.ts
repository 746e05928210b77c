import { isObject } from "../../../src/base/readJson";
import { pageReply } from "../front/reply";
import { bodyFaults, changing, DAMAGED, TOO_LARGE } from "./bodyRow";
import { replying, type Act, type Fault } from "./fault";
import { inWindows1251 } from "./windows1251";

const typed = (type: string, body: string): Act =>
  replying({ status: 200, headers: { "content-type": type }, body: Buffer.from(body) });

/** A comment of the operator in every folder, which needs an encoding. */
export const COMMENT = "Проверено";

function commented(body: Buffer): string {
  const comment = (json: unknown): unknown =>
    isObject(json) && "folder_id" in json ? { ...json, operator_comment: COMMENT } : json;
  const json: unknown = JSON.parse(body.toString());
  const items = isObject(json) ? json.items : undefined;
  return JSON.stringify(
    isObject(json) && Array.isArray(items) ? { ...json, items: items.map(comment) } : comment(json),
  );
}

/** Bodies that are not JSON, not of an Oz API, or in an unusual form. */
export const BODY_FAULTS: readonly Fault[] = bodyFaults([
  [
    "html",
    "200 with a web page",
    / replied with a web page, “Log in”, instead of what an Oz API sends\. Check the address and its path, and /,
    "notOzApi",
    replying(pageReply(200, "<!doctype html><title>Log in</title>")),
  ],
  [
    "html-as-json",
    "A web page that says it is JSON",
    DAMAGED,
    "unreadable",
    typed("application/json", "<html>"),
  ],
  [
    "text",
    "Plain text",
    / replied with plain text instead of what an Oz API sends\. /,
    "notOzApi",
    typed("text/plain", "OK"),
  ],
  [
    "empty",
    "An empty body that says it is JSON",
    / is empty\. /,
    "unreadable",
    typed("application/json", ""),
  ],
  [
    "no-content",
    "204 without a body",
    / replied with an empty body instead of what an Oz API sends\. /,
    "notOzApi",
    replying({ status: 204, headers: {}, body: Buffer.alloc(0) }),
  ],
  [
    "other-json",
    "JSON of something else",
    DAMAGED,
    "unreadable",
    typed("application/json", '{"status":"ok"}'),
  ],
  ["null", "null", DAMAGED, "unreadable", typed("application/json", "null")],
  [
    "truncated",
    "JSON that was cut off before it was sent",
    DAMAGED,
    "unreadable",
    changing(({ body }) => ({ body: body.subarray(0, body.length / 2) })),
  ],
  [
    "invalid-json",
    "JSON with single quotes",
    DAMAGED,
    "unreadable",
    changing(({ body }) => ({ body: Buffer.from(body.toString().replaceAll('"', "'")) })),
  ],
  [
    "twice",
    "The same JSON twice in one reply",
    DAMAGED,
    "unreadable",
    changing(({ body }) => ({ body: Buffer.concat([body, body]) })),
  ],
  [
    "deep",
    "JSON of 100,000 lists within each other",
    / is damaged or not from an Oz API\. | sent a list in which nothing has a folder's ID\. /,
    "unreadable",
    typed("application/json", "[".repeat(100_000) + "]".repeat(100_000)),
  ],
  [
    "many-values",
    "JSON of a million values",
    TOO_LARGE,
    "unreadable",
    replying(() => ({
      status: 200,
      headers: { "content-type": "application/json" },
      body: Buffer.from(`{"items":[${"0,".repeat(1_000_000)}0]}`),
    })),
  ],
  [
    "invalid-utf8",
    "Bytes in texts that are not UTF-8",
    undefined,
    undefined,
    changing(({ body }) => ({
      body: Buffer.from(commented(body).replace(COMMENT, "\xff\xfe\xc0"), "latin1"),
    })),
  ],
  [
    "windows-1251",
    "JSON in windows-1251 that says so",
    undefined,
    undefined,
    changing(({ headers, body }) => ({
      headers: { ...headers, "content-type": "application/json; charset=windows-1251" },
      body: inWindows1251(commented(body)),
    })),
  ],
  [
    "byte-order-mark",
    "JSON after a byte order mark",
    undefined,
    undefined,
    changing(({ body }) => ({ body: Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), body]) })),
  ],
  [
    "type-html",
    "JSON that says it is a web page",
    undefined,
    undefined,
    changing(({ headers }) => ({ headers: { ...headers, "content-type": "text/html" } })),
  ],
  [
    "type-binary",
    "JSON that says it is a file",
    undefined,
    undefined,
    changing(({ headers }) => ({ headers: { ...headers, "content-type": "application/octet-stream" } })),
  ],
]);
