import { readTokens, writeTokens, type Tokens, type TokenStore } from "../oz/session/tokens";
import type { Secrets } from "./secrets";

/** Keeps the tokens of one connection in VS Code's store of secrets, or in this window while that store fails. */
export class SecretTokenStore implements TokenStore {
  /** What the store of secrets was given and did not keep. */
  private lost: Tokens | undefined;

  /** @param key as `tokensKey` gives it */
  constructor(
    private readonly secrets: Secrets,
    private readonly key: string,
  ) {}

  /** Whether the store of secrets keeps what it is given, as far as can be told before the next start. */
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
      // Told by `reliable`.
    }
    this.lost = tokens;
  }
}

/** Keeps tokens for as long as the window lives. */
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

/** What cannot be read is as good as nothing: the user signs in again. */
function parse(text: string | undefined): Tokens | undefined {
  try {
    return readTokens(JSON.parse(text ?? "null"));
  } catch {
    return undefined;
  }
}
