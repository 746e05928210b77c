import { member, textMember } from "../base/readJson";

/** A server that the user has signed in to at least once. */
export interface SavedServer {
  readonly kind: "server";
  readonly id: string;
  /** What the user calls it. */
  readonly name: string;
  /** As `parseAddress` returns it. */
  readonly baseUrl: string;
  /** The account's; undefined for the access token of a service account. */
  readonly email?: string | undefined;
  /** Whether the user let the password be kept. */
  readonly keepsPassword: boolean;
  /** False after a sign-out. */
  readonly signedIn: boolean;
  /** The role of the account as the server names it; undefined if it did not. */
  readonly role?: string | undefined;
}

/** Sample data on this machine. */
export interface SavedSandbox {
  readonly kind: "sandbox";
  readonly id: string;
  readonly name: string;
  /** Of a sandbox that already runs on this machine; undefined: ours is started. */
  readonly baseUrl?: string | undefined;
  /** When our sandbox first started, in epoch milliseconds: with the same epoch it has the same folders. */
  readonly epoch: number;
}

/** A connection as it is saved, without secrets. */
export type SavedConnection = SavedServer | SavedSandbox;

/** @returns the key of a connection's folders and watches; a sandbox has another one for each epoch */
export function connectionKey(saved: SavedConnection): string {
  return saved.kind === "sandbox" ? `${saved.id} ${saved.epoch}` : saved.id;
}

/** @returns the server in words: host and path prefix, without the scheme */
export function serverOf(saved: SavedConnection): string {
  return saved.kind === "sandbox" ? "sandbox" : saved.baseUrl.replace(/^https?:\/\//, "");
}

/** @returns the connection; undefined if unreadable */
export function readSavedConnection(json: unknown): SavedConnection | undefined {
  const id = textMember(json, "id");
  const name = textMember(json, "name");
  const baseUrl = textMember(json, "baseUrl");
  const epoch = member(json, "epoch");
  if (id === undefined || name === undefined) return undefined;
  switch (member(json, "kind")) {
    case "server":
      return baseUrl === undefined
        ? undefined
        : {
            kind: "server",
            id,
            name,
            baseUrl,
            email: textMember(json, "email"),
            keepsPassword: member(json, "keepsPassword") === true,
            signedIn: member(json, "signedIn") === true,
            role: textMember(json, "role"),
          };
    case "sandbox":
      return typeof epoch === "number" ? { kind: "sandbox", id, name, baseUrl, epoch } : undefined;
    default:
      return undefined;
  }
}
