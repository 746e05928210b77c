/** A part of the original text. */
export interface Span {
  readonly from: number;
  /** The index after its last character. */
  readonly to: number;
}

/** A text with its escapes decoded, and for each character the span of the original text that it came from. */
export interface DecodedText {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** Escapes in URLs; several bytes that make up one UTF-8 character are one escape. */
const URL_ESCAPES = /%u[0-9a-f]{4}|%[0-9a-f]{2}(?:%[89ab][0-9a-f]){0,3}/gi;

/** Escapes in JSON, and those that JavaScript, Python and others add. */
const STRING_ESCAPES =
  /\\u[0-9a-f]{4}|\\u\{[0-9a-f]{1,8}\}|\\x[0-9a-f]{2}(?:\\x[89ab][0-9a-f]){0,3}|\\["'\\/bfnrt]/gi;

/** Escapes in HTML; of the named ones, those that every framework writes. A page is read without the semicolons too. */
const HTML_ESCAPES = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|amp|lt|gt|quot|apos);?/gi;

/** Quoted-printable text, as in mail and its headers. A line that is too long is broken after `=`. */
const MAIL_ESCAPES = /=[0-9a-f]{2}(?:=[89ab][0-9a-f]){0,3}|=\r?\n/gi;

const ESCAPE_KINDS = [URL_ESCAPES, STRING_ESCAPES, HTML_ESCAPES, MAIL_ESCAPES];

/** How many layers of escapes are decoded: JSON in JSON in a URL has three. */
const MAX_LAYERS = 3;

const NAMED_ESCAPES: Readonly<Record<string, string>> = {
  "\\b": "\b",
  "\\f": "\f",
  "\\n": "\n",
  "\\r": "\r",
  "\\t": "\t",
  "&amp": "&",
  "&lt": "<",
  "&gt": ">",
  "&quot": '"',
  "&apos": "'",
};

/**
 * Decodes a text in every way it may have been escaped, layer by layer. Each layer decodes only one kind of escape: its
 * writer used one kind, and a secret may contain what looks like another.
 * @returns the unchanged text, and every different decoding
 */
export function decodings(text: string): readonly DecodedText[] {
  const found = new Map([[text, { decoded: undecoded(text), layers: 0 }]]);
  // Entries added below are visited too.
  for (const { decoded, layers } of found.values()) {
    if (layers === MAX_LAYERS) break;
    for (const kind of ESCAPE_KINDS) {
      const further = replaceMatches(decoded, kind, unescape);
      if (!found.has(further.text)) found.set(further.text, { decoded: further, layers: layers + 1 });
    }
  }
  return Array.from(found.values(), ({ decoded }) => decoded);
}

/**
 * Replaces every match of the pattern. Each character of a replacement belongs to the whole match, so that hiding one
 * never leaves part of an escape behind.
 * @param pattern with the flag `g`
 * @returns the same object if nothing matches
 */
export function replaceMatches(
  decoded: DecodedText,
  pattern: RegExp,
  replacementOf: (match: string) => string,
): DecodedText {
  const texts: string[] = [];
  const spans: Span[] = [];
  let done = 0;
  const keepUntil = (end: number): void => {
    texts.push(decoded.text.slice(done, end));
    for (const span of decoded.spans.slice(done, end)) spans.push(span);
  };
  for (const { 0: match, index } of decoded.text.matchAll(pattern)) {
    keepUntil(index);
    done = index + match.length;
    const replacement = replacementOf(match);
    texts.push(replacement);
    const span = originalSpan(decoded, index, done);
    for (let left = replacement.length; left > 0; left--) spans.push(span);
  }
  if (done === 0) return decoded;
  keepUntil(decoded.text.length);
  return { text: texts.join(""), spans };
}

/** @returns the span of the original text that the characters from `start` up to `end` came from, at least one */
export function originalSpan({ spans }: DecodedText, start: number, end: number): Span {
  return { from: spans[start]?.from ?? 0, to: spans[end - 1]?.to ?? Infinity };
}

/** @returns the text unchanged, each character with its own span */
export function undecoded(text: string): DecodedText {
  return { text, spans: Array.from({ length: text.length }, (_, from) => ({ from, to: from + 1 })) };
}

function unescape(escape: string): string {
  if (/^\\u\{/i.test(escape)) return fromCodePoint(parseInt(escape.slice(3), 16));
  if (/^[%\\]u/i.test(escape)) return String.fromCharCode(parseInt(escape.slice(2), 16));
  if (/^=\s/.test(escape)) return "";
  if (/^(?:%|\\x|=)/i.test(escape)) return fromBytes(escape.replace(/%|\\x|=/gi, ""));
  if (/^&#x/i.test(escape)) return fromCodePoint(parseInt(escape.slice(3), 16));
  if (escape.startsWith("&#")) return fromCodePoint(parseInt(escape.slice(2), 10));
  // The rest are a backslash before the character itself.
  return NAMED_ESCAPES[escape.toLowerCase().replace(/;$/, "")] ?? escape.slice(1);
}

/** Decodes UTF-8, or Latin-1 if the bytes are not UTF-8. */
function fromBytes(hex: string): string {
  if (hex.length === 2) return String.fromCharCode(parseInt(hex, 16));
  const bytes = Buffer.from(hex, "hex");
  const text = bytes.toString();
  return Buffer.from(text).equals(bytes) ? text : bytes.toString("latin1");
}

function fromCodePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}
