import { member, textMember } from "../base/readJson";

/** A server that the user has signed in to at least once. */
export interface SavedServer {
  readonly kind: "server";
  readonly id: string;
  /** What the user calls it. */
  readonly name: string;
  /** As `parseAddress` gives it. */
  readonly baseUrl: string;
  /** Whose account it is; undefined for the access token of a service account. */
  readonly email?: string | undefined;
  /** Whether the user agreed that the password is kept. */
  readonly keepsPassword: boolean;
  /** False after a sign-out. */
  readonly signedIn: boolean;
  /** The role of the account in the server's words, where it told one. */
  readonly role?: string | undefined;
}

/** Sample data on this machine. */
export interface SavedSandbox {
  readonly kind: "sandbox";
  readonly id: string;
  readonly name: string;
  /** Of a sandbox that runs elsewhere on this machine; undefined for one of our own. */
  readonly baseUrl?: string | undefined;
  /** Epoch milliseconds at which our own sandbox began: with it the same folders come back. */
  readonly epoch: number;
}

/** A connection as it survives a restart. It holds no secret. */
export type SavedConnection = SavedServer | SavedSandbox;

/** @returns what tells the folders and watches of a connection from those of others: a sandbox begins anew each time */
export function keyOf(saved: SavedConnection): string {
  return saved.kind === "sandbox" ? `${saved.id} ${saved.epoch}` : saved.id;
}

/** @returns what tells one server's folders from another's: host and path prefix, without the scheme */
export function serverOf(saved: SavedConnection): string {
  return saved.kind === "sandbox" ? "sandbox" : saved.baseUrl.replace(/^https?:\/\//, "");
}

/** @returns the connection; undefined when what is saved cannot be read */
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
