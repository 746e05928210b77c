/**
 * How much of what a server sends is worked on. A reply within these limits is to hold the extension host up for 200 ms
 * at most, which `npm run bench -- limits` shows; ordinary replies stay far below them. What takes longer is an object
 * with more than 100,000 names, all different: a limit that kept it out would keep large ordinary replies out, too.
 */

/** Bytes of a reply, unpacked. A page of 100 folders with their analyses has about 4 MB. */
export const MOST_BYTES = 24 * 1024 * 1024;

/** JSON values in a reply: what parsing, resolving and comparing cost goes with them. That page has about 110,000. */
export const MOST_VALUES = 250_000;

/** Objects and lists in each other in a folder: comparing and writing down go deeper by themselves, and overflow. */
export const MOST_DEPTH = 100;

/** Analyses of a folder that are resolved, for each of which there is a row. */
export const MOST_ANALYSES = 500;

/** Media of a folder that are read, for each of which there is a row. */
export const MOST_MEDIA = 1000;

/** Analyses of which a medium tells that they used it, a line for each: of more nobody reads. */
export const MOST_USES = 100;

/** Scores of an analysis, which has one for each medium. */
export const MOST_SCORES = 1000;

/** Findings of a folder's analyses, each of which quotes the reply: nobody reads more. */
export const MOST_FINDINGS = 100;

/** Values of a folder's metadata that are searched with each key that is pressed, in all folders that are loaded. */
export const MOST_SEARCHED_VALUES = 1000;

/** Values of a text that is laid out: jsonc-parser makes an edit for each of them, and takes about 1 µs. */
export const MOST_LAID_OUT_VALUES = 180_000;

/**
 * Characters of a text that is laid out, before and after: the deeper a value stands, the more blanks are put before
 * it. VS Code is given no JSON above 5 MB anyway.
 */
export const MOST_LAID_OUT_LENGTH = 7 * 1024 * 1024;

/** Escapes in a text that is laid out: for each of them jsonc-parser makes a text, which takes about 0.1 µs. */
export const MOST_LAID_OUT_ESCAPES = 500_000;
