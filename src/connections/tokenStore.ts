import { readTokens, writeTokens, type Tokens, type TokenStore } from "../oz/session/tokens";
import type { Secrets } from "./secrets";

/** Saves the tokens of one connection in VS Code's secret storage, or in this window if that fails. */
export class SecretTokenStore implements TokenStore {
  /** The tokens that the secret storage failed to save. */
  private unsaved: Tokens | undefined;

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
    return this.unsaved ?? parse(await this.secrets.get(this.key));
  }

  async save(tokens: Tokens | undefined): Promise<void> {
    this.unsaved = undefined;
    if (!tokens) {
      await this.secrets.delete(this.key);
      return;
    }
    const text = writeTokens(tokens);
    try {
      await this.secrets.store(this.key, text);
      if ((await this.secrets.get(this.key)) === text) return;
    } catch {
      // `isSaved` tells.
    }
    this.unsaved = tokens;
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
