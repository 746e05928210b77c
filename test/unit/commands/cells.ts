import type { Outcome } from "./outcome";

/** The sentences of errors, by their names in the tables. */
const ERRORS: Readonly<Record<string, RegExp>> = {
  away: /^Switch to other\.example\.com to see this document\.$/,
  bad: /^Not an ID\. An ID looks like [\da-f-]{36}\.$/,
  in: /^Sign in to Staging first\.$/,
  no: /^Choose a file that has a link, below the media of a folder\.$/,
  noID: /^This (analysis|file) has no ID\b.*\.$/,
  none: /^(?:staging\.example\.com|Staging) has no folder or analysis dddddddd\b/,
  noAddress: /^A sandbox runs on this machine/,
  noCursor: /^Place the cursor in a JSON document/,
  noSandbox: /^The sandbox could not be started/,
  noneWatched: /^No folder is watched/,
};

/** How each thing appears in API paths, in document addresses and in file names. */
const WRITTEN: Readonly<Record<string, readonly [api: string, document: string, file: string]>> = {
  F: ["/api/folders/F", "folders/F", "folder-F"],
  A: ["/api/analyses/A", "folders/F/analyses/A", "analysis-A"],
  M: ["", "", ""],
  G: ["/api/folders/G", "folders/G", "folder-G"],
  B: ["/api/analyses/B", "folders/G/analyses/B", "analysis-B"],
};

/**
 * Writes an outcome as a cell of the tables: the letter of the thing that the command acted on; "?" if it asked for one,
 * followed by the selected or watched folder at the top of the list; "-" for nothing; the name of an error; or else the
 * outcome in words. "+2" or "-1" at the end: it took that many more or fewer requests than `own`.
 * @param does what the command does, where "*" stands for the thing, "@" for its API path, "^" for its path in a document
 * address, and "~" for its kind and ID
 * @param own the number of requests that the command itself takes
 */
export function cellOf({ words, requests }: Outcome, does = "-", own = 0): string {
  const things = Object.entries(WRITTEN).filter(([letter, [api, document, file]]) => {
    const meant = does.replace("*", letter).replace("@", api).replace("^", document).replace("~", file);
    return meant !== does && meant === words;
  });
  const [thing] = things.map(([letter]) => letter);
  if (thing !== undefined) return `${thing}${signed(requests - own)}`;
  return `${nameOf(words)}${signed(does === "-" ? 0 : requests)}`;
}

function nameOf(words: string): string {
  if (words === "") return "-";
  const sentence = /^error: (.*)/.exec(words)?.[1];
  const error = Object.entries(ERRORS).find(
    ([, pattern]) => sentence !== undefined && pattern.test(sentence),
  );
  return error?.[0] ?? words;
}

function signed(number: number): string {
  if (number === 0) return "";
  return number > 0 ? `+${number}` : String(number);
}
