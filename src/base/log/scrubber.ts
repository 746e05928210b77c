import { readings } from "./escapes";
import { hide } from "./hide";
import { namedSecrets } from "./namedSecrets";
import { readAs, partOf, type Reading, type Span } from "./reading";

/** Beyond this the oldest go: a session that was renewed a hundred times needs its first token no more. */
const MOST_SECRETS = 200;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Long runs without a blank, and tokens in three parts. */
const SHAPED_LIKE_A_TOKEN = /\beyJ[\w-]+(?:\.[\w-]*)*|[\w+-]{24,}=*/g;

/** Characters that are written in two ways without being escaped. */
const WRITTEN_TWICE = /[+\u0080-\uffff]/g;

/**
 * Makes unreadable what nobody may read: every secret that this process has come to know, however it is escaped, and
 * whatever is named or shaped like one. Ids of objects stay.
 */
export class Scrubber {
  private readonly secrets = new Set<string>();
  /** All that is searched for; made anew when there is another secret. */
  private wanted: readonly string[] | undefined;

  /** Takes note of a secret before it is used. An empty text is none. */
  add(secret: string): void {
    if (secret === "") return;
    if (!this.secrets.delete(secret)) this.wanted = undefined;
    this.secrets.add(secret);
    const [oldest] = this.secrets;
    if (oldest !== undefined && this.secrets.size > MOST_SECRETS) this.secrets.delete(oldest);
  }

  /** @returns the text with `…` in place of every secret */
  scrub(text: string): string {
    this.wanted ??= [...new Set([...this.secrets].flatMap(lookedFor))];
    const safe = hide(text, secretParts(text, this.wanted));
    return safe.replace(SHAPED_LIKE_A_TOKEN, (word) => (UUID.test(word) ? word : "…"));
  }
}

/** As it is, as what is left of it in UTF-8, and in both kinds of Base64, which is no escaping. */
function lookedFor(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const base64 = bytes.toString("base64").replace(/=+$/, "");
  return [secret, bytes.toString(), base64, bytes.toString("base64url")].map(alikeText);
}

function* secretParts(text: string, wanted: readonly string[]): Generator<Span> {
  for (const reading of readings(text)) {
    yield* namedSecrets(reading);
    yield* occurrences(wanted, alike(reading));
  }
}

function* occurrences(wanted: readonly string[], reading: Reading): Generator<Span> {
  for (const text of wanted) {
    let index = reading.text.indexOf(text);
    while (index !== -1) {
      const end = index + text.length;
      yield partOf(reading, index, end);
      index = reading.text.indexOf(text, end);
    }
  }
}

/** Makes the same what means the same. Each character by itself, so that what is in a text stays in it. */
function alike(reading: Reading): Reading {
  return readAs(reading, WRITTEN_TWICE, single);
}

function alikeText(text: string): string {
  return text.replace(WRITTEN_TWICE, single);
}

/** `+` is a blank in a form, and an accent may stand behind its letter. */
function single(character: string): string {
  return character === "+" ? " " : character.normalize("NFD");
}
