import { member, textMember } from "../base/readJson";

/** What the user calls a connection. */
export interface Naming {
  readonly name: string;
  /** A word that tells it from others, such as "Production"; undefined if the user gave none. */
  readonly mark?: string | undefined;
}

/** A server that the user has signed in to at least once. */
export interface SavedServer extends Naming {
  readonly kind: "server";
  readonly id: string;
  /** As `parseAddress` returns it. */
  readonly baseUrl: string;
  /** Undefined for a service account, which signs in with an access token. */
  readonly email?: string | undefined;
  /** Whether the user chose to save the password. */
  readonly savesPassword: boolean;
  /** False after a sign-out. */
  readonly signedIn: boolean;
  /** The account's role, in the server's words; undefined if unknown. */
  readonly role?: string | undefined;
}

/** Sample data on this machine. */
export interface SavedSandbox extends Naming {
  readonly kind: "sandbox";
  readonly id: string;
  /** Of a sandbox that already runs on this machine. Undefined: the connection starts its own. */
  readonly baseUrl?: string | undefined;
  /** When the user opened the sandbox, in epoch milliseconds. A restart with the same epoch gives the same folders. */
  readonly epoch: number;
}

/** A connection as it is saved, without secrets. */
export type SavedConnection = SavedServer | SavedSandbox;

/** @returns the key of a connection's folders and watches; a sandbox has another one for each epoch */
export function connectionKey(saved: SavedConnection): string {
  return saved.kind === "sandbox" ? `${saved.id} ${saved.epoch}` : saved.id;
}

/** @returns the server as shown on screen, such as `host:8080/prefix`; for a sandbox, `sandbox` */
export function serverOf(saved: SavedConnection): string {
  return saved.kind === "sandbox" ? "sandbox" : serverAt(saved.baseUrl);
}

/** @returns the server at an address as shown on screen, see `serverOf` */
export function serverAt(baseUrl: string): string {
  return baseUrl.replace(/^https?:\/\//, "");
}

/** @param email undefined for a service account, of which a server may have several */
export function isAccount(
  saved: SavedConnection,
  baseUrl: string,
  email: string | undefined,
): saved is SavedServer {
  return saved.kind === "server" && saved.baseUrl === baseUrl && saved.email === email;
}

/** Reads what was saved. @returns undefined if unreadable */
export function readSavedConnection(json: unknown): SavedConnection | undefined {
  const id = textMember(json, "id");
  const name = textMember(json, "name");
  const mark = textMember(json, "mark");
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
            mark,
            baseUrl,
            email: textMember(json, "email"),
            savesPassword: member(json, "savesPassword") === true,
            signedIn: member(json, "signedIn") === true,
            role: textMember(json, "role"),
          };
    case "sandbox":
      return typeof epoch === "number" ? { kind: "sandbox", id, name, mark, baseUrl, epoch } : undefined;
    default:
      return undefined;
  }
}
