import * as l10n from "@vscode/l10n";
import {
  authentication,
  EventEmitter,
  type AuthenticationProvider,
  type AuthenticationProviderAuthenticationSessionsChangeEvent,
  type AuthenticationSession,
} from "vscode";
import type { ConnectionManager } from "../connections/connectionManager";
import type { SavedServer } from "../connections/savedConnection";
import { AUTHENTICATION_PROVIDER } from "../ids";

type SessionsChange = AuthenticationProviderAuthenticationSessionsChangeEvent;

/**
 * Shows the signed-in accounts in VS Code's Accounts menu, where the user can sign out. It shares no tokens: its sessions
 * hold none, and other extensions get no session at all.
 */
export class AccountsMenu implements AuthenticationProvider {
  private readonly changes = new EventEmitter<SessionsChange>();
  private readonly subscriptions: readonly { dispose(): unknown }[];
  private sessions: readonly AuthenticationSession[];

  readonly onDidChangeSessions = this.changes.event;

  constructor(private readonly connections: ConnectionManager) {
    this.sessions = this.read();
    this.subscriptions = [
      this.changes,
      connections.onDidChange(() => this.update()),
      authentication.registerAuthenticationProvider(AUTHENTICATION_PROVIDER, "Oz Inspector", this, {
        supportsMultipleAccounts: true,
      }),
    ];
  }

  /** @param scopes requested by an extension; undefined for the Accounts menu itself */
  getSessions(scopes: readonly string[] | undefined): Promise<AuthenticationSession[]> {
    return Promise.resolve(scopes === undefined ? [...this.sessions] : []);
  }

  createSession(): Promise<AuthenticationSession> {
    return Promise.reject(new Error("Oz Inspector does not share its sessions with other extensions."));
  }

  async removeSession(id: string): Promise<void> {
    await this.connections.signOut(id);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private update(): void {
    const before = this.sessions;
    this.sessions = this.read();
    const missingIn = (others: readonly AuthenticationSession[]) => (session: AuthenticationSession) =>
      !others.some(({ id, account }) => id === session.id && account.label === session.account.label);
    const added = this.sessions.filter(missingIn(before));
    const removed = before.filter(missingIn(this.sessions));
    if (added.length + removed.length > 0) this.changes.fire({ added, removed, changed: [] });
  }

  private read(): readonly AuthenticationSession[] {
    return this.connections.signedIn.filter((saved) => saved.kind === "server").map(sessionOf);
  }
}

function sessionOf({ id, name, email = l10n.t("Access token") }: SavedServer): AuthenticationSession {
  return { id, accessToken: "", account: { id, label: l10n.t("{0} on {1}", email, name) }, scopes: [] };
}
