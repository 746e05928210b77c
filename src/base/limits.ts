/**
 * How much of a reply is processed. Within these limits a reply blocks the extension host for at most 200 ms, measured
 * by `npm run bench -- limits`; ordinary replies stay far below them. Only an object with more than 100,000 different
 * names takes longer: a limit that excluded it would exclude large ordinary replies too.
 */

/** Bytes of an unpacked reply. A page of 100 folders with their analyses has about 4 MB. */
export const MAX_BYTES = 24 * 1024 * 1024;

/** JSON values in a reply: parsing, resolving and comparing take time in proportion. That page has about 110,000. */
export const MAX_VALUES = 250_000;

/** Nesting of objects and lists in a folder: comparing and stringifying recurse, and would overflow the stack. */
export const MAX_DEPTH = 100;

/** Analyses of a folder that are resolved; each has a row. */
export const MAX_ANALYSES = 500;

/** Media of a folder that are read; each has a row. */
export const MAX_MEDIA = 1000;

/** Analyses listed as users of a medium, one line each: nobody reads more. */
export const MAX_USES = 100;

/** Scores of an analysis, which has one per medium. */
export const MAX_SCORES = 1000;

/** Findings about a folder's analyses, each quoting the reply: nobody reads more. */
export const MAX_FINDINGS = 100;

/** Metadata values searched per folder: every loaded folder is searched at each keystroke. */
export const MAX_SEARCHED_VALUES = 1000;

/** Values of a JSON text that is formatted: jsonc-parser makes an edit per value, about 1 µs each. */
export const MAX_FORMATTED_VALUES = 180_000;

/**
 * Characters of a JSON text that is formatted, before and after: indentation grows with depth. VS Code is given no JSON
 * above 5 MB anyway.
 */
export const MAX_FORMATTED_LENGTH = 7 * 1024 * 1024;

/** Escapes in a JSON text that is formatted: jsonc-parser makes a string per escape, about 0.1 µs each. */
export const MAX_FORMATTED_ESCAPES = 500_000;
