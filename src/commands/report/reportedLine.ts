import { COMMANDS, TOOL_IDS } from "../../ids";

/** The parts of API paths that tell nothing of what is on a server. All others are IDs. */
const API_PARTS: ReadonlySet<string> = new Set([
  "analyses",
  "api",
  "auth",
  "authorize",
  "folders",
  "refresh",
  "version",
]);

const JOBS: ReadonlySet<string> = new Set([...Object.values(COMMANDS), "link", ...Object.keys(TOOL_IDS)]);

/** See `OzHttp`: method, path, names in the query, status or reason, duration, size, ID of the request. */
const REQUEST = /^([A-Z]+) (\/[^\s?]*)(\?\S+)? (\d{3}|[a-zA-Z]*) (\d+ ms(?: \d+ B)?) id \S+$/;

/** What a job says of an error: the reason of an `OzError`. */
const REASON = /^[a-z][a-zA-Z]*(?:, status \d{3})?$/;

const UNSAVED = /^VS Code did not save ozInspector\.[a-zA-Z]+/;

const SESSION_NOT_SAVED = "The renewed session could not be saved.";

/** A stack frame in a file of ours; its folder may name the user. */
const FRAME = /^\s+at (?:async )?(?:([\w$.<> ]+) \()?(?:.*[\\/])?([\w.-]+\.js:\d+:\d+)\)?$/;

/**
 * Reduces a line of the log to what a public report may show: no ID, no name, no host, no text of a server or of the user.
 * Only known kinds of lines are kept, and of these only known parts.
 */
export function reportedLine(line: string): string {
  const [first = "", ...rest] = line.split("\n");
  const [, method, path = "", query, outcome, size] = REQUEST.exec(first) ?? [];
  if (method !== undefined)
    return [method, `${withoutIds(path)}${query === undefined ? "" : "?…"}`, outcome, size].join(" ");
  const begun = /^(?:Command|Tool) (\S+)$/.exec(first)?.[1];
  if (begun !== undefined && JOBS.has(begun)) return first;
  if (first === SESSION_NOT_SAVED) return first;
  const unsaved = UNSAVED.exec(first)?.[0];
  if (unsaved !== undefined) return unsaved;
  const [, job = "", error = ""] = /^([^\s:]+): (.*)$/.exec(first) ?? [];
  if (!JOBS.has(job)) return "(a line of another kind)";
  if (REASON.test(error)) return first;
  const kind = /^[A-Z][a-zA-Z]*Error\b/.exec(error) ?? [];
  return [[`${job}:`, ...kind, "(text left out)"].join(" "), ...rest.flatMap(reportedFrame)].join("\n");
}

function withoutIds(path: string): string {
  return path
    .split("/")
    .map((part) => (part === "" || API_PARTS.has(part) ? part : "<id>"))
    .join("/");
}

function reportedFrame(line: string): readonly string[] {
  const [, name = "(nameless)", place] = FRAME.exec(line) ?? [];
  return place === undefined ? [] : [`    at ${name} (${place})`];
}
