import { readTokens, writeTokens, type Tokens, type TokenStore } from "../oz/session/tokens";
import type { Secrets } from "./secrets";

/** Saves the tokens of one connection in VS Code's secret storage, or in this window if that fails. */
export class SecretTokenStore implements TokenStore {
  /** The tokens that the secret storage failed to save. It still has `known`. */
  private unsaved: Tokens | undefined;
  /** What the secret storage had when it was last read or written. */
  private known: string | undefined;
  /** Counts the calls of `save`: what was asked before one and is answered after it is outdated. */
  private saves = 0;

  /** @param key as `tokensKey` returns it */
  constructor(
    private readonly secrets: Secrets,
    private readonly key: string,
  ) {}

  /** Whether the tokens are in the secret storage, as far as can be told before the next start. */
  get isSaved(): boolean {
    return this.unsaved === undefined;
  }

  async load(): Promise<Tokens | undefined> {
    const { saves } = this;
    const answer = await this.read();
    if (saves !== this.saves) return this.load();
    const { unsaved } = this;
    if ("error" in answer) {
      if (unsaved) return unsaved;
      throw answer.error;
    }
    if (unsaved && answer.text === this.known) return unsaved;
    // It has saved them late, or another window has changed it since.
    this.unsaved = undefined;
    this.known = answer.text;
    return parse(answer.text);
  }

  async save(tokens: Tokens | undefined): Promise<void> {
    const save = ++this.saves;
    this.unsaved = undefined;
    if (!tokens) {
      await this.secrets.delete(this.key);
      this.known = undefined;
      return;
    }
    const isSaved = await this.store(writeTokens(tokens));
    if (save === this.saves) this.unsaved = isSaved ? undefined : tokens;
  }

  private async read(): Promise<{ readonly text: string | undefined } | { readonly error: unknown }> {
    try {
      return { text: await this.secrets.get(this.key) };
    } catch (error) {
      return { error };
    }
  }

  /** @returns whether the secret storage has the text now, or what another window has written at the same moment */
  private async store(text: string): Promise<boolean> {
    try {
      await this.secrets.store(this.key, text);
      const stored = await this.secrets.get(this.key);
      const isSaved = stored === text || (stored !== undefined && stored !== this.known);
      if (isSaved) this.known = stored;
      return isSaved;
    } catch {
      return false;
    }
  }
}

/** Keeps tokens until the window closes. */
export function windowTokenStore(): TokenStore {
  let saved: Tokens | undefined;
  return {
    load: () => Promise.resolve(saved),
    save(tokens) {
      saved = tokens;
      return Promise.resolve();
    },
  };
}

/** Unreadable tokens count as none: the user signs in again. */
function parse(text: string | undefined): Tokens | undefined {
  try {
    return readTokens(JSON.parse(text ?? "null"));
  } catch {
    return undefined;
  }
}
