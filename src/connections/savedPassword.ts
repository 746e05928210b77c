import type { Credentials, PasswordStore } from "../oz/session/tokens";
import type { SavedServer } from "./savedConnection";
import { passwordKey, refusedPasswordKey, type Secrets } from "./secrets";

/**
 * The password that the user chose to save for a connection. One that the server has refused is kept as such in the secret
 * storage, so that no other window sends it, nor any after a restart, until the user signs in.
 */
export class SavedPassword implements PasswordStore {
  /** What could not be kept there. */
  private refusedHere: string | undefined;

  constructor(
    private readonly secrets: Secrets,
    private readonly saved: Pick<SavedServer, "baseUrl" | "id" | "email">,
  ) {}

  async load(): Promise<Credentials | undefined> {
    const { secrets, saved } = this;
    const { email } = saved;
    if (email === undefined) return undefined;
    const password = await secrets.get(passwordKey(saved));
    if (password === undefined || password === this.refusedHere) return undefined;
    const refused = await secrets.get(refusedPasswordKey(saved));
    return password === refused ? undefined : { email, password };
  }

  async refuse(password: string): Promise<void> {
    const { secrets, saved } = this;
    const key = refusedPasswordKey(saved);
    this.refusedHere = password;
    try {
      await secrets.store(key, password);
      if ((await secrets.get(key)) === password) this.refusedHere = undefined;
    } catch {
      // This window knows it.
    }
  }

  /**
   * Saves the password with which the user has signed in. Never fails: one that is not saved is asked for when it is needed.
   * @param password undefined deletes the saved one
   */
  async save(password: string | undefined): Promise<void> {
    const { secrets, saved } = this;
    const key = passwordKey(saved);
    await Promise.allSettled([
      password === undefined ? secrets.delete(key) : secrets.store(key, password),
      secrets.delete(refusedPasswordKey(saved)),
    ]);
  }
}

/** Keeps a password, and whether it was refused, until the window closes. */
export function windowPassword(credentials: Credentials | undefined): PasswordStore {
  let refused: string | undefined;
  return {
    load: () => Promise.resolve(credentials?.password === refused ? undefined : credentials),
    refuse(password) {
      refused = password;
      return Promise.resolve();
    },
  };
}
