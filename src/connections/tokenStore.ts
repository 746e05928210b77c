import { readTokens, type Tokens, type TokenStore } from "../oz/tokens";

/** What is used of VS Code's `SecretStorage`. */
export interface Secrets {
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
  delete(key: string): PromiseLike<void>;
}

/**
 * Keeps the tokens of one server in VS Code's store of secrets, under the very address that they were typed for, so
 * that no other server is ever sent them.
 * @param baseUrl as `parseAddress` gives it
 */
export function secretTokenStore(secrets: Secrets, baseUrl: string): TokenStore {
  const key = `ozInspector.tokens ${baseUrl}`;
  return {
    async load() {
      return parse(await secrets.get(key));
    },
    async save(tokens) {
      if (tokens) await secrets.store(key, write(tokens));
      else await secrets.delete(key);
    },
  };
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

/** In the words of the API, so that one reader serves both. */
function write({ accessToken, expireToken, expireDate }: Tokens): string {
  return JSON.stringify({ access_token: accessToken, expire_token: expireToken, expire_date: expireDate });
}

/** What cannot be read is as good as nothing: the user signs in again. */
function parse(text: string | undefined): Tokens | undefined {
  try {
    return readTokens(JSON.parse(text ?? "null"));
  } catch {
    return undefined;
  }
}
