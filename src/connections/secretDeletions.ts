import * as l10n from "@vscode/l10n";
import type { Clock } from "../base/clock";
import { listNamed, type Memento } from "../base/memento";
import { textMember } from "../base/readJson";
import { SharedList } from "../base/sharedList";
import { OzError } from "../oz/http/ozError";
import type { ConnectionList } from "./connectionList";
import type { SavedServer } from "./savedConnection";
import { deleteSecrets, type Secrets } from "./secrets";

/** Whose secrets are to be deleted. */
type Owner = Pick<SavedServer, "id" | "baseUrl">;

const KIND = { read: readOwner, idOf: ({ id }: Owner) => id };

/**
 * Deletes the secrets of connections that the user has left. They are noted first, because VS Code does not list secrets:
 * what its end or a failing secret storage has left over is deleted at the next start.
 */
export class SecretDeletions {
  private readonly noted: SharedList<Owner>;
  /** The connections that this window is leaving, by ID, until the user signs in to them again. */
  private readonly leaving = new Map<string, object>();

  /** @param memory shared by all windows */
  constructor(
    memory: Memento,
    private readonly secrets: Secrets,
    private readonly list: ConnectionList,
    clock: Clock,
  ) {
    this.noted = new SharedList(listNamed("ozInspector.secretsToDelete", memory), KIND, clock);
  }

  /**
   * @param leave saves that the connection is removed or signed out, and ends what uses its secrets; they are deleted even
   * if that fails, but not once the user has signed in again, which it can ask
   * @throws OzError "secretStorage" if they could not be deleted now
   */
  async delete(
    { id, baseUrl, name }: SavedServer,
    leave: (isLeft: () => boolean) => Promise<void>,
  ): Promise<void> {
    const departure = {};
    this.leaving.set(id, departure);
    const isLeft = (): boolean => this.leaving.get(id) === departure;
    // The note is only for what fails below.
    await this.noted.edit(id, () => ({ id, baseUrl })).catch(() => undefined);
    if (!isLeft()) return;
    try {
      try {
        await leave(isLeft);
      } finally {
        if (isLeft()) await deleteSecrets(this.secrets, { id, baseUrl });
      }
    } catch (error) {
      if (!(error instanceof OzError)) throw error;
      const message = l10n.t(
        "VS Code's secret storage did not delete the session of {0}. Oz Inspector deletes it at the next start; until then other windows may stay signed in.",
        name,
      );
      throw new OzError("secretStorage", message, { origin: "" });
    }
    if (isLeft()) await this.forget(id).catch(() => undefined);
  }

  /** Must be called before secrets of a connection are stored. */
  async forget(id: string): Promise<void> {
    await this.noted.edit(id, () => undefined);
    this.leaving.delete(id);
  }

  /** Deletes what was left over. Never rejects: what fails is left to the next start. */
  async finish(): Promise<void> {
    for (const owner of this.noted.items) {
      const saved = this.list.get(owner.id);
      try {
        // VS Code ended before the sign-out was saved: it did not happen.
        const isInUse = saved?.kind === "server" && saved.signedIn;
        if (!isInUse && this.isNoted(owner.id)) await deleteSecrets(this.secrets, owner);
        if (!this.leaving.has(owner.id)) await this.forget(owner.id);
      } catch {
        // Still noted.
      }
    }
  }

  /** See `SharedList.dispose`. */
  dispose(): void {
    this.noted.dispose();
  }

  private isNoted(id: string): boolean {
    return this.noted.items.some((owner) => owner.id === id);
  }
}

function readOwner(json: unknown): Owner | undefined {
  const [id, baseUrl] = ["id", "baseUrl"].map((name) => textMember(json, name));
  return id === undefined || baseUrl === undefined ? undefined : { id, baseUrl };
}
