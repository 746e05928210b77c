/** Beyond this the oldest go: a session that was renewed a hundred times needs its first token no more. */
const MOST_SECRETS = 200;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Long runs without a blank, and tokens in three parts. */
const SHAPED_LIKE_A_TOKEN = /\beyJ[\w-]+(?:\.[\w-]*)*|[\w+-]{24,}=*/g;

/** What follows a name that promises a secret. */
const NAMED =
  /((?:passw(?:or)?d|secret|token|signature|authorization|api-?key)["']?\s*[:=]\s*["']?|\bbearer\s+)[^\s"'&;,)}\]]+/gi;

/**
 * Makes unreadable what nobody may read: every secret that this process has come to know, in the ways in which it
 * can be written, and whatever is shaped like one. Ids of objects stay.
 */
export class Scrubber {
  private readonly secrets = new Set<string>();
  /** All that is searched for, in the order of the search; made anew when there is another secret. */
  private written: readonly string[] | undefined;

  /** Takes note of a secret before it is used. An empty text is none. */
  add(secret: string): void {
    if (secret === "") return;
    if (!this.secrets.delete(secret)) this.written = undefined;
    this.secrets.add(secret);
    const [oldest] = this.secrets;
    if (oldest !== undefined && this.secrets.size > MOST_SECRETS) this.secrets.delete(oldest);
  }

  scrub(text: string): string {
    // The longest first: a short one inside it would leave the rest of it standing.
    this.written ??= [...new Set([...this.secrets].flatMap(waysToWrite))].sort((a, b) => b.length - a.length);
    let safe = text;
    for (const secret of this.written) safe = safe.replaceAll(secret, "…");
    return safe.replace(NAMED, "$1…").replace(SHAPED_LIKE_A_TOKEN, (word) => (UUID.test(word) ? word : "…"));
  }
}

/** As it is, in a URL, in JSON, in a header of HTTP's own authentication, and in a web page. */
function waysToWrite(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  const base64 = bytes.toString("base64").replace(/=+$/, "");
  return [secret, encodeURIComponent(bytes.toString()), json, base64, ...waysInHtml(secret)];
}

/** Quotes need not be escaped, and there are two ways in use for the single one. */
function waysInHtml(secret: string): readonly string[] {
  const text = secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const quoted = text.replaceAll('"', "&quot;");
  return [text, quoted.replaceAll("'", "&#39;"), quoted.replaceAll("'", "&#x27;")];
}
