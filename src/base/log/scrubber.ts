import { MAX_SECRETS } from "../limits";
import { replaceMatches, decodings, originalSpan, type DecodedText, type Span } from "./decodings";
import { misread } from "./misread";
import { namedSecrets } from "./namedSecrets";

/** Characters of Base64; fewer may occur in any text by chance. */
const MIN_BASE64_LENGTH = 6;

/** Characters of a secret that was cut; fewer may be a word. */
const MIN_CUT_LENGTH = 8;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** JSON Web Tokens, and long runs without a space. */
const SHAPED_LIKE_A_TOKEN = /\beyJ[\w-]+(?:\.[\w-]*)*|[\w+-]{24,}=*/g;

/** Characters that can be written in two ways without being escaped. */
const WRITTEN_TWO_WAYS = /[+_\u0080-\uffff]/g;

/**
 * Hides secrets: every one that this process has used, however escaped, and whatever is named or shaped like one.
 * UUIDs stay, because they identify folders and analyses.
 */
export class Scrubber {
  /** Each with the forms to search for. */
  private readonly secrets = new Map<string, readonly string[]>();
  /** All forms; undefined after a secret was added, until collected again. */
  private needles: readonly string[] | undefined;

  /** Remembers a secret; call it before the secret is used. An empty string is ignored. */
  add(secret: string): void {
    if (secret === "") return;
    const known = this.secrets.get(secret);
    if (!known) this.needles = undefined;
    this.secrets.delete(secret);
    this.secrets.set(secret, known ?? needlesFor(secret));
    const [oldest] = this.secrets.keys();
    if (oldest !== undefined && this.secrets.size > MAX_SECRETS) this.secrets.delete(oldest);
  }

  /** @returns the text with `…` in place of every secret */
  scrub(text: string): string {
    this.needles ??= [...new Set([...this.secrets.values()].flat())];
    const safe = hide(text, secretSpans(text, this.needles));
    return safe.replace(SHAPED_LIKE_A_TOKEN, (word) => (UUID.test(word) ? word : "…"));
  }
}

/**
 * @returns the forms of a secret to search for: itself, also without its first or last character, in the wrong character
 * set, and in Base64, alone or inside a longer text
 */
function needlesFor(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const inside = [0, 1, 2].map((offset) => base64Inside(bytes, offset));
  const base64 = [bytes.toString("base64").replace(/=+$/, ""), ...inside.filter(isLongEnough)];
  const base64url = base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"));
  const cut = [secret.slice(1), secret.slice(0, -1), secret.slice(1, -1)];
  const longEnough = cut.filter(({ length }) => length >= MIN_CUT_LENGTH);
  return [secret, bytes.toString(), ...longEnough, ...misread(secret), ...base64, ...base64url].map(
    normalize,
  );
}

/**
 * @param offset how many bytes of a group of three precede these, as "user:" does in Basic authentication
 * @returns the Base64 characters that depend on these bytes alone
 */
function base64Inside(bytes: Buffer, offset: number): string {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes]);
  return whole.toString("base64").slice(Math.ceil((offset * 8) / 6), Math.floor((whole.length * 8) / 6));
}

function isLongEnough(base64: string): boolean {
  return base64.length >= MIN_BASE64_LENGTH;
}

function* secretSpans(text: string, needles: readonly string[]): Generator<Span> {
  for (const decoded of decodings(text)) {
    yield* namedSecrets(decoded);
    yield* occurrences(needles, replaceMatches(decoded, WRITTEN_TWO_WAYS, normalizeCharacter));
  }
}

function* occurrences(needles: readonly string[], decoded: DecodedText): Generator<Span> {
  for (const needle of needles) {
    let index = decoded.text.indexOf(needle);
    while (index !== -1) {
      const end = index + needle.length;
      yield originalSpan(decoded, index, end);
      index = decoded.text.indexOf(needle, end);
    }
  }
}

function normalize(text: string): string {
  return text.replace(WRITTEN_TWO_WAYS, normalizeCharacter);
}

/**
 * Forms write a space as `+` and mail as `_`, and an accent may be a separate character. Works on single characters so that
 * spans stay exact.
 */
function normalizeCharacter(character: string): string {
  return character === "+" || character === "_" ? " " : character.normalize("NFD");
}

/** @returns the text with `…` in place of each span; overlapping spans become one */
function hide(text: string, spans: Iterable<Span>): string {
  /** For each index, where the longest span that begins there ends. There may be too many spans to sort. */
  const ends = Array<number>(text.length).fill(0);
  for (const { from, to } of spans) ends[from] = Math.max(to, ends[from] ?? 0);
  let safe = "";
  let done = 0;
  ends.forEach((end, index) => {
    if (end > 0 && index >= done) safe += `${text.slice(done, index)}…`;
    done = Math.max(done, end);
  });
  return safe + text.slice(done);
}
