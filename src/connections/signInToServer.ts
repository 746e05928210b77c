import type { Credentials } from "../oz/session/tokens";
import type { ClientFactory } from "./clientFactory";
import type { ConnectionList } from "./connectionList";
import { isAccount, serverOf, type SavedServer } from "./savedConnection";
import type { SecretDeletions } from "./secretDeletions";
import { tokensKey, type Secrets } from "./secrets";
import { ServerConnection } from "./serverConnection";
import { SecretTokenStore, windowTokenStore } from "./tokenStore";

/** What the user signs in with. */
export type SignInMethod =
  { readonly credentials: Credentials; readonly savePassword: boolean } | { readonly accessToken: string };

export interface SignInParts {
  readonly list: ConnectionList;
  readonly secrets: Secrets;
  readonly deletions: SecretDeletions;
  readonly openClient: ClientFactory;
  /** Creates an ID that no other connection has. */
  readonly newId: () => string;
}

export interface SignedIn {
  readonly saved: SavedServer;
  readonly connection: ServerConnection;
  /** Whether the next start has the session, as far as can be told. */
  readonly sessionSaved: boolean;
}

/**
 * Signs in to a server and saves what the next start needs. If it fails, nothing changes.
 * @param to a connection that the user has, or the address of a new one as `parseAddress` returns it
 * @throws OzError
 * @throws NotSavedError if no connection could be saved that owns the secrets
 */
export async function signInToServer(
  parts: SignInParts,
  to: SavedServer | string,
  method: SignInMethod,
  signal: AbortSignal,
): Promise<SignedIn> {
  const { list, secrets, openClient } = parts;
  const server = typeof to === "string" ? await connectionFor(parts, to, method) : to;
  const savesPassword = "savePassword" in method && method.savePassword;
  const connection = new ServerConnection({ ...server, savesPassword }, secrets, openClient);
  const { client, session } = connection.open();
  let role: string | undefined;
  // Before any secret: if VS Code ends in between, each still has a connection that owns it, signed out.
  const saveOwner = async (): Promise<void> => {
    await parts.deletions.forget(server.id);
    if (!list.get(server.id)) await list.put(server);
  };
  if ("accessToken" in method) {
    await client.checkToken(method.accessToken, signal);
    await saveOwner();
    await session.adopt({ accessToken: method.accessToken });
  } else {
    const trial = windowTokenStore();
    role = await openClient(server.baseUrl, trial).client.signIn(method.credentials, signal);
    await saveOwner();
    const tokens = await trial.load();
    if (tokens) await session.adopt(tokens);
    await connection.password.save(savesPassword ? method.credentials.password : undefined);
  }
  // Another window may have renamed it meanwhile.
  const saved: SavedServer = list.named({ ...server, savesPassword, signedIn: true, role });
  // The user is signed in even if it is not saved: the connection is, signed out, and owns the secrets.
  const isSaved = await list.put(saved).then(
    () => true,
    () => false,
  );
  return { saved, connection, sessionSaved: isSaved && connection.store.isSaved };
}

/** @returns the user's connection to this server with this account, else a new one */
async function connectionFor(
  parts: SignInParts,
  baseUrl: string,
  method: SignInMethod,
): Promise<SavedServer> {
  const email = "credentials" in method ? method.credentials.email : undefined;
  for (const saved of parts.list.all()) {
    if (!isAccount(saved, baseUrl, email)) continue;
    if (!("accessToken" in method)) return saved;
    const tokens = await new SecretTokenStore(parts.secrets, tokensKey(saved)).load();
    if (tokens?.accessToken === method.accessToken) return saved;
  }
  const id = parts.newId();
  const server = {
    kind: "server",
    id,
    name: "",
    baseUrl,
    email,
    savesPassword: false,
    signedIn: false,
  } as const;
  return { ...server, name: parts.list.freeName(serverOf(server)) };
}
