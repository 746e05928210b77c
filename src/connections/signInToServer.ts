import type { Credentials } from "../oz/session/tokens";
import type { ClientFactory } from "./clientFactory";
import type { ConnectionList } from "./connectionList";
import { serverOf, type SavedServer } from "./savedConnection";
import { passwordKey, tokensKey, type Secrets } from "./secrets";
import { ServerConnection } from "./serverConnection";
import { SecretTokenStore } from "./tokenStore";

/** What the user signs in with. */
export type Proof =
  { readonly credentials: Credentials; readonly keepPassword: boolean } | { readonly accessToken: string };

export interface SignInParts {
  readonly list: ConnectionList;
  readonly secrets: Secrets;
  readonly openClient: ClientFactory;
  /** Makes an ID that no other connection has. */
  readonly newId: () => string;
}

export interface SignedIn {
  readonly saved: SavedServer;
  readonly connection: ServerConnection;
  /** Whether the secret storage keeps the session, as far as can be told now. */
  readonly kept: boolean;
}

/**
 * Signs in to a server and saves what the next start needs. If it fails, nothing changes.
 * @param to a connection that the user has, or the address of a new one as `parseAddress` returns it
 * @throws OzError
 */
export async function signInToServer(
  parts: SignInParts,
  to: SavedServer | string,
  proof: Proof,
  signal: AbortSignal,
): Promise<SignedIn> {
  const { list, secrets, openClient } = parts;
  const wanted = typeof to === "string" ? await connectionFor(parts, to, proof) : to;
  const keepsPassword = "keepPassword" in proof && proof.keepPassword;
  const connection = new ServerConnection({ ...wanted, keepsPassword }, secrets, openClient);
  const { client, session } = connection.open();
  let role: string | undefined;
  if ("accessToken" in proof) {
    await client.checkToken(proof.accessToken, signal);
    await session.adopt({ accessToken: proof.accessToken });
  } else {
    role = await client.login(proof.credentials, signal);
    await keepPassword(secrets, wanted, keepsPassword ? proof.credentials.password : undefined);
  }
  const saved: SavedServer = { ...wanted, keepsPassword, signedIn: true, role };
  await list.put(saved);
  return { saved, connection, kept: connection.store.reliable };
}

/** The connection that the user has to this server with this account, else a new one. */
async function connectionFor(parts: SignInParts, baseUrl: string, proof: Proof): Promise<SavedServer> {
  const email = "credentials" in proof ? proof.credentials.email : undefined;
  const candidates = parts.list
    .all()
    .filter((saved) => saved.kind === "server")
    .filter((saved) => saved.baseUrl === baseUrl && saved.email === email);
  for (const saved of candidates) {
    if (!("accessToken" in proof)) return saved;
    const kept = await new SecretTokenStore(parts.secrets, tokensKey(saved)).load();
    if (kept?.accessToken === proof.accessToken) return saved;
  }
  const id = parts.newId();
  const server = {
    kind: "server",
    id,
    name: "",
    baseUrl,
    email,
    keepsPassword: false,
    signedIn: false,
  } as const;
  return { ...server, name: parts.list.freeName(serverOf(server)) };
}

/** If this fails, the user is asked again when the password is needed. */
async function keepPassword(
  secrets: Secrets,
  saved: SavedServer,
  password: string | undefined,
): Promise<void> {
  try {
    if (password === undefined) await secrets.delete(passwordKey(saved));
    else await secrets.store(passwordKey(saved), password);
  } catch {
    // `SignedIn.kept` tells whether the secret storage works.
  }
}
