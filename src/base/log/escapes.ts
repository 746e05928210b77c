import { asItStands, readAs, type Reading } from "./reading";

/** The escapes of URLs; several bytes that make one character in UTF-8 are one escape. */
const IN_URLS = /%u[0-9a-f]{4}|%[0-9a-f]{2}(?:%[89ab][0-9a-f]){0,3}/gi;

/** The escapes of JSON, and those that Python and others add to them. */
const IN_STRINGS = /\\u[0-9a-f]{4}|\\x[0-9a-f]{2}(?:\\x[89ab][0-9a-f]){0,3}|\\["'\\/bfnrt]/gi;

/** The escapes of web pages; of those that have names, the ones that every framework uses. */
const IN_PAGES = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|amp|lt|gt|quot|apos);/gi;

const KINDS = [IN_URLS, IN_STRINGS, IN_PAGES];

/** How often text is wrapped at most: JSON in JSON in a URL. */
const MOST_LAYERS = 3;

const NAMED: Readonly<Record<string, string>> = {
  "\\b": "\b",
  "\\f": "\f",
  "\\n": "\n",
  "\\r": "\r",
  "\\t": "\t",
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};

/**
 * Reads a text as it stands, and then with its escapes taken for what they mean, layer by layer. In each layer it is one
 * kind of escapes, as whoever wrote the text knew one: a secret may itself contain what looks like another.
 * @returns the readings that differ
 */
export function readings(text: string): readonly Reading[] {
  const found = new Map([[text, { reading: asItStands(text), layers: 0 }]]);
  // What is found on the way is gone through, too.
  for (const { reading, layers } of found.values()) {
    if (layers === MOST_LAYERS) break;
    for (const kind of KINDS) {
      const further = readAs(reading, kind, meaningOf);
      if (!found.has(further.text)) found.set(further.text, { reading: further, layers: layers + 1 });
    }
  }
  return Array.from(found.values(), ({ reading }) => reading);
}

function meaningOf(escape: string): string {
  if (/^[%\\]u/i.test(escape)) return String.fromCharCode(parseInt(escape.slice(2), 16));
  if (/^(?:%|\\x)/i.test(escape)) return charactersOf(escape.replace(/%|\\x/gi, ""));
  if (/^&#x/i.test(escape)) return character(parseInt(escape.slice(3), 16));
  if (escape.startsWith("&#")) return character(Number(escape.slice(2, -1)));
  // What is left are signs behind a backslash.
  return NAMED[escape.toLowerCase()] ?? escape.slice(1);
}

/** UTF-8 if it can be, else what came before it. */
function charactersOf(hex: string): string {
  if (hex.length === 2) return String.fromCharCode(parseInt(hex, 16));
  const bytes = Buffer.from(hex, "hex");
  const text = bytes.toString();
  return Buffer.from(text).equals(bytes) ? text : bytes.toString("latin1");
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}
