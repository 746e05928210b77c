/**
 * How much of a reply is processed. Within these limits a reply blocks the extension host for at most 200 ms, measured
 * by `npm run bench -- limits`; ordinary replies stay far below them. Only an object with more than 100,000 different
 * names takes longer: a limit that excluded it would exclude large ordinary replies too.
 */

/** Bytes of an uncompressed reply. A page of 100 folders with their analyses has about 4 MB. */
export const MAX_BYTES = 24 * 1024 * 1024;

/** JSON values in a reply: the time to parse, resolve and compare grows with them. Such a page has about 110,000. */
export const MAX_VALUES = 250_000;

/** Nesting of objects and lists in a folder: deeper ones would overflow the stack when compared or stringified. */
export const MAX_DEPTH = 100;

/** Analyses that are resolved per folder; each has a row. */
export const MAX_ANALYSES = 500;

/** Media that are read per folder; each has a row. */
export const MAX_MEDIA = 1000;

/** Analyses listed per medium that they used, one line each: nobody reads more. */
export const MAX_USES = 100;

/** Scores per analysis, which has one for each medium. */
export const MAX_SCORES = 1000;

/** Findings about a folder's analyses, each quoting the reply: nobody reads more. */
export const MAX_FINDINGS = 100;

/** Metadata values searched per folder: every loaded folder is searched at each keystroke. */
export const MAX_SEARCHED_VALUES = 1000;

/** Values in a JSON text that is formatted: jsonc-parser creates an edit for each, which takes about 1 µs. */
export const MAX_FORMATTED_VALUES = 180_000;

/**
 * Characters of a JSON text that is formatted, before and after, as indentation adds to them. Above 5 MB the document is
 * plain text anyway.
 */
export const MAX_FORMATTED_LENGTH = 7 * 1024 * 1024;

/** Escapes in a JSON text that is formatted: jsonc-parser creates a string for each, which takes about 0.1 µs. */
export const MAX_FORMATTED_ESCAPES = 500_000;
