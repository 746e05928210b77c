import type { Credentials } from "../oz/session/tokens";
import type { SavedServer } from "./savedConnection";

/** The part of VS Code's `SecretStorage` that we use. */
export interface Secrets {
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
  delete(key: string): PromiseLike<void>;
  /** Fires in every window, including the one that made the change. */
  onDidChange(listener: (event: { readonly key: string }) => void): { dispose(): void };
}

/** The connection that a secret belongs to. Keys include its address, so that no other address gets the secret. */
type Owner = Pick<SavedServer, "baseUrl" | "id">;

export function tokensKey({ baseUrl, id }: Owner): string {
  return `ozInspector.tokens ${baseUrl} ${id}`;
}

export function passwordKey({ baseUrl, id }: Owner): string {
  return `ozInspector.password ${baseUrl} ${id}`;
}

/** @returns whether a key holds the tokens of any connection */
export function isTokensKey(key: string): boolean {
  return key.startsWith("ozInspector.tokens ");
}

/** Deletes the tokens and the password of a connection, the password even if deleting the tokens fails. */
export async function deleteSecrets(secrets: Secrets, owner: Owner): Promise<void> {
  try {
    await secrets.delete(tokensKey(owner));
  } finally {
    await secrets.delete(passwordKey(owner));
  }
}

/** @returns the credentials for a new log-in; undefined if the user did not save the password */
export async function savedCredentials(
  secrets: Secrets,
  saved: Pick<SavedServer, "baseUrl" | "id" | "email">,
): Promise<Credentials | undefined> {
  const { email } = saved;
  if (email === undefined) return undefined;
  const password = await secrets.get(passwordKey(saved));
  return password === undefined ? undefined : { email, password };
}
