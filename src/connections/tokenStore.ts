import { readTokens, writeTokens, type Tokens, type TokenStore } from "../oz/session/tokens";
import type { Secrets } from "./secrets";

/** Keeps the tokens of one connection in VS Code's secret storage, or in this window if that fails. */
export class SecretTokenStore implements TokenStore {
  /** What the secret storage did not keep. */
  private lost: Tokens | undefined;

  /** @param key as `tokensKey` returns it */
  constructor(
    private readonly secrets: Secrets,
    private readonly key: string,
  ) {}

  /** Whether the secret storage keeps the tokens, as far as can be told before the next start. */
  get reliable(): boolean {
    return this.lost === undefined;
  }

  async load(): Promise<Tokens | undefined> {
    return this.lost ?? parse(await this.secrets.get(this.key));
  }

  async save(tokens: Tokens | undefined): Promise<void> {
    this.lost = undefined;
    if (!tokens) {
      await this.secrets.delete(this.key);
      return;
    }
    const text = writeTokens(tokens);
    try {
      await this.secrets.store(this.key, text);
      if ((await this.secrets.get(this.key)) === text) return;
    } catch {
      // See `reliable`.
    }
    this.lost = tokens;
  }
}

/** Keeps tokens until the window closes. */
export function windowTokenStore(): TokenStore {
  let kept: Tokens | undefined;
  return {
    load: () => Promise.resolve(kept),
    save(tokens) {
      kept = tokens;
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
