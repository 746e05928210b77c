import type { Clock } from "../base/clock";
import { Emitter } from "../base/emitter";
import type { Memento } from "../base/memento";
import type { ConnectionKeys } from "../folders/folders";
import type { OzClient } from "../oz/api/client";
import { ActiveConnection, type CurrentConnection } from "./activeConnection";
import { boundedSecrets } from "./boundedSecrets";
import type { ClientFactory } from "./clientFactory";
import type { Connection } from "./connection";
import { ConnectionList } from "./connectionList";
import { SandboxConnection, type RunningSandbox } from "./sandboxConnection";
import {
  connectionKey,
  type Naming,
  type SavedConnection,
  type SavedSandbox,
  type SavedServer,
} from "./savedConnection";
import { SecretDeletions } from "./secretDeletions";
import { isTokensKey, type Secrets } from "./secrets";
import { ServerConnection } from "./serverConnection";
import { signInToServer, type SignInMethod, type SignedIn } from "./signInToServer";
import { windowTokenStore } from "./tokenStore";

export interface ConnectionOptions {
  /** Shared by all windows. */
  readonly memory: Memento;
  /** Of this window. */
  readonly windowMemento: Memento;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly openClient: ClientFactory;
  /** @param epoch epoch milliseconds at which the sandbox's data begins */
  readonly startOwnSandbox: (epoch: number) => Promise<RunningSandbox>;
  /** Creates an ID that no other connection has. */
  readonly newId: () => string;
}

/** Milliseconds after which a secret storage that failed is asked again for tokens that have changed. */
const RETRY_DELAY = 15_000;

/** Manages the user's connections: signs in and out, switches, renames and removes. */
export class ConnectionManager {
  private readonly list: ConnectionList;
  private readonly active: ActiveConnection;
  private readonly changes = new Emitter<undefined>();
  private readonly signIns = new Emitter<undefined>();
  private readonly secrets: Secrets;
  private readonly deletions: SecretDeletions;
  private readonly secretChanges: { dispose(): void };
  private cancelRetry: (() => void) | undefined;
  private isDisposed = false;

  /** Tells the time of the shown server, and this machine's while it is not known. Its intervals are this machine's. */
  readonly serverClock: Clock;
  /** Fires when this window adds, changes or removes a connection, or when any window signs in or out. */
  readonly onDidChange = this.changes.event;
  /** Fires when the user has signed in, even to the connection that is already shown. */
  readonly onDidSignIn = this.signIns.event;

  /** Sends nothing. */
  constructor(private readonly options: ConnectionOptions) {
    this.secrets = boundedSecrets(options.secrets, options.clock);
    this.list = new ConnectionList(options.memory, options.windowMemento, options.clock);
    this.deletions = new SecretDeletions(options.memory, this.secrets, this.list, options.clock);
    void this.deletions.finish();
    this.active = new ActiveConnection(this.list, (saved) => this.open(saved));
    const { clock } = options;
    this.serverClock = {
      now: () => this.active.serverNow() ?? clock.now(),
      elapsed: () => clock.elapsed(),
      after: (delay, callback) => clock.after(delay, callback),
    };
    this.secretChanges = this.secrets.onDidChange(({ key }) => {
      if (isTokensKey(key)) void this.follow(key);
    });
  }

  /** The connection that this window shows. */
  get current(): CurrentConnection | undefined {
    return this.active.current;
  }

  /** All connections, in the order in which they were added. */
  get all(): readonly SavedConnection[] {
    return this.list.all();
  }

  /** @returns the preferred name, with a number if another connection has it */
  freeName(preferred: string): string {
    return this.list.freeName(preferred);
  }

  /** "connections" if some of the saved ones cannot be read by this version, in which case they stay saved. */
  get unreadable(): readonly "connections"[] {
    return this.list.isReadable ? [] : ["connections"];
  }

  /** The signed-in connections. */
  get signedIn(): readonly SavedConnection[] {
    const { current } = this;
    return this.all.filter((saved) => {
      if (saved.id === current?.saved.id) return current.signedIn;
      return saved.kind === "sandbox" || saved.signedIn;
    });
  }

  /** See `ConnectionKeys`. */
  get keys(): ConnectionKeys {
    const { current } = this;
    return {
      shown: current?.signedIn === true ? connectionKey(current.saved) : undefined,
      signedIn: this.signedIn.map(connectionKey),
      known: this.list.isReadable ? this.all.map(connectionKey) : undefined,
    };
  }

  /** The client of the shown connection; rejects with an `OzError`. */
  client(): Promise<OzClient> {
    return this.active.client();
  }

  /** Lets the next request try a refused session at once. Must be called when the user refreshes. */
  tryAgain(): void {
    this.active.tryAgain();
  }

  /**
   * Checks that the address is an Oz API, without sending credentials.
   * @param baseUrl as `parseAddress` returns it
   * @throws OzError
   */
  async check(baseUrl: string, signal: AbortSignal): Promise<void> {
    const { client } = this.options.openClient(baseUrl, windowTokenStore());
    await client.version(signal);
  }

  /** Signs in with `signInToServer` and shows the connection. If it fails, the current connection stays. */
  async signIn(to: SavedServer | string, method: SignInMethod, signal: AbortSignal): Promise<SignedIn> {
    const signedIn = await signInToServer(
      { ...this.options, secrets: this.secrets, deletions: this.deletions, list: this.list },
      to,
      method,
      signal,
    );
    this.connect(signedIn.saved, signedIn.connection);
    this.signIns.fire(undefined);
    return signedIn;
  }

  /**
   * Opens a sandbox, which has sample data, and shows it.
   * @param baseUrl of a sandbox that already runs on this machine; undefined: starts one
   */
  async openSandbox(baseUrl?: string): Promise<void> {
    const id = baseUrl === undefined ? "sandbox" : `sandbox ${baseUrl}`;
    const epoch = this.options.clock.now();
    const unnamed: SavedSandbox = { kind: "sandbox", id, name: "Sandbox", baseUrl, epoch };
    const connection = this.open(unnamed);
    let saved: SavedSandbox;
    try {
      await (await connection.client()).version();
      // Only now, as another window may have renamed it meanwhile.
      saved = this.list.named({ ...unnamed, name: this.list.freeName(unnamed.name) });
      await this.list.put(saved);
    } catch (error) {
      // Stops the sandbox if one was started.
      connection.close();
      throw error;
    }
    this.connect(saved, connection);
  }

  /** Shows another connection in this window; ignored if it was removed meanwhile. */
  switchTo(id: string): void {
    const saved = this.list.get(id);
    if (saved && !this.active.isShowing(id)) this.connect(saved);
  }

  /** Renames or marks a connection. */
  async rename(id: string, naming: Partial<Naming>): Promise<void> {
    await this.list.change(id, (saved) => ({ ...saved, ...naming }));
    if (this.active.isShowing(id)) this.active.catchUp();
    this.changes.fire(undefined);
  }

  /**
   * Signs out in all windows and deletes the secrets. A sandbox is removed.
   * @throws OzError "secretStorage" if that fails: this window is signed out all the same
   * @throws NotSavedError if the sign-out is not saved: the secrets are deleted all the same
   */
  async signOut(id: string): Promise<void> {
    const saved = this.list.get(id);
    if (saved?.kind !== "server") return this.remove(id);
    await this.deletions.delete(saved, async (isLeft) => {
      try {
        await this.list.change(id, (known) =>
          known.kind === "server" ? { ...known, signedIn: false } : known,
        );
      } finally {
        const signedOut = isLeft() && this.active.isShowing(id) ? this.active.signOut() : undefined;
        this.changes.fire(undefined);
        await signedOut;
      }
    });
  }

  /** Removes a connection and its secrets. The connection is gone even if deleting the secrets fails. */
  async remove(id: string): Promise<void> {
    const saved = this.list.get(id);
    const leave = async (isLeft = (): boolean => true): Promise<void> => {
      try {
        await this.list.remove(id);
      } finally {
        if (isLeft() && this.active.isShowing(id)) this.connect(undefined);
        else this.changes.fire(undefined);
      }
    };
    await (saved?.kind === "server" ? this.deletions.delete(saved, leave) : leave());
  }

  /** Must be called when this window gets the focus: other windows may have renamed or removed its connection. */
  catchUp(): void {
    if (this.active.catchUp()) this.changes.fire(undefined);
  }

  dispose(): void {
    this.isDisposed = true;
    this.cancelRetry?.();
    this.secretChanges.dispose();
    this.active.dispose();
    this.list.dispose();
    this.deletions.dispose();
  }

  /**
   * Follows a change of tokens. If the storage cannot be read, it is asked again later: a request only learns that there is
   * no session, not that another window has signed out.
   */
  private async follow(key: string): Promise<void> {
    this.cancelRetry?.();
    try {
      if (await this.active.reloadSession(key)) this.changes.fire(undefined);
    } catch {
      if (this.isDisposed) return;
      this.cancelRetry?.();
      this.cancelRetry = this.options.clock.after(RETRY_DELAY, () => void this.follow(key));
    }
  }

  private connect(saved: SavedConnection | undefined, connection?: Connection): void {
    this.active.switchTo(saved, connection);
    this.changes.fire(undefined);
  }

  private open(saved: SavedConnection): Connection {
    const { secrets } = this;
    const { openClient, startOwnSandbox } = this.options;
    return saved.kind === "sandbox"
      ? new SandboxConnection(saved.baseUrl, () => startOwnSandbox(saved.epoch), openClient)
      : new ServerConnection(saved, secrets, openClient);
  }
}
