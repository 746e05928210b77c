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

/** @returns the key of the password that the server has refused, which all windows know by it */
export function refusedPasswordKey({ baseUrl, id }: Owner): string {
  return `ozInspector.refusedPassword ${baseUrl} ${id}`;
}

/** @returns whether a key holds the tokens of any connection */
export function isTokensKey(key: string): boolean {
  return key.startsWith("ozInspector.tokens ");
}

/** Deletes the tokens and the passwords of a connection, each even if deleting another fails. */
export async function deleteSecrets(secrets: Secrets, owner: Owner): Promise<void> {
  const keys = [tokensKey(owner), passwordKey(owner), refusedPasswordKey(owner)];
  const deleted = keys.map((key) => secrets.delete(key));
  await Promise.allSettled(deleted);
  await Promise.all(deleted);
}
