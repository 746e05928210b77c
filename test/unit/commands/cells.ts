import type { Outcome } from "./outcome";

/** What errors say, by their names in the tables. */
const ERRORS: Readonly<Record<string, RegExp>> = {
  away: /^Sign in to other\.example\.com to see this again\.$/,
  bad: /^Not an ID\. An ID looks like [\da-f-]{36}\.$/,
  in: /^Sign in to Staging first\.$/,
  no: /^Choose a file that has a link, below the media of a folder\.$/,
  noID: /^This (analysis|file) has no ID\b.*\.$/,
  none: /^staging\.example\.com has no folder or analysis dddddddd\b/,
  noAddress: /^A sandbox runs on this machine/,
  noCursor: /^Place the cursor in a JSON document/,
  noSandbox: /^The sandbox could not be started/,
  noneWatched: /^No folder is watched/,
};

/** How things are written in the API, in the addresses of documents and in the names of files. */
const WRITTEN: Readonly<Record<string, readonly [api: string, document: string, file: string]>> = {
  F: ["/api/folders/F", "folders/F", "folder-F"],
  A: ["/api/analyses/A", "folders/F/analyses/A", "analysis-A"],
  M: ["", "", ""],
  G: ["/api/folders/G", "folders/G", "folder-G"],
  B: ["/api/analyses/B", "folders/G/analyses/B", "analysis-B"],
};

/**
 * Writes an outcome as the tables do: the thing that a command was meant for, "?" for a question for one, with what is
 * filled in, "-" for nothing at all, the name of an error, or else the outcome in words. Behind it stands how many
 * requests more or less were sent than the command itself takes.
 * @param does what the command does: "*" stands for the thing, "@" for its path in the API, "^" for that in the address
 * of a document, and "~" for its kind and ID
 * @param own requests that this takes
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
