import type { Clock } from "../base/clock";
import { Emitter } from "../base/emitter";
import type { Memento } from "../base/memento";
import type { ConnectionKeys } from "../folders/folders";
import type { OzClient } from "../oz/api/client";
import { OzError } from "../oz/http/errors";
import type { ClientFactory } from "./clientFactory";
import type { Connection } from "./connection";
import { ConnectionList } from "./connectionList";
import { SandboxConnection, type RunningSandbox } from "./sandboxConnection";
import { keyOf, type SavedConnection, type SavedSandbox, type SavedServer } from "./savedConnection";
import { deleteSecrets, isTokensKey, tokensKey, type Secrets } from "./secrets";
import { ServerConnection } from "./serverConnection";
import { signIn, type Proof, type SignedIn } from "./signIn";
import { windowTokenStore } from "./tokenStore";

export interface ConnectionOptions {
  /** The same in all windows. */
  readonly memory: Memento;
  /** Of this window. */
  readonly windowMemento: Memento;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly openClient: ClientFactory;
  /** @param epoch epoch milliseconds at which the sandbox's data begins */
  readonly startSandbox: (epoch: number) => Promise<RunningSandbox>;
  /** Makes an id that no other connection has. */
  readonly newId: () => string;
}

/** The connection that this window shows. */
export interface CurrentConnection {
  readonly saved: SavedConnection;
  /** Whether there is a session. Its end is no sign-out: requests then fail with "signInNeeded". */
  readonly signedIn: boolean;
}

/** Knows the connections that the user has, and the one that this window shows, and remembers both. */
export class ConnectionManager {
  private readonly list: ConnectionList;
  private readonly changes = new Emitter<undefined>();
  private readonly signIns = new Emitter<undefined>();
  private readonly secretChanges: { dispose(): void };
  private shown: CurrentConnection | undefined;
  private connection: Connection | undefined;

  /** Fires when any connection was added, changed, or removed by this window, or signed in or out by any. */
  readonly onDidChange = this.changes.event;
  /** Fires when the user has signed in, also to the connection that is shown already. */
  readonly onDidSignIn = this.signIns.event;

  /** Takes up the connection of the last time; nothing is sent before somebody asks for folders. */
  constructor(private readonly options: ConnectionOptions) {
    this.list = new ConnectionList(options.memory, options.windowMemento);
    const { active } = this.list;
    this.show(active, active && this.open(active));
    this.secretChanges = options.secrets.onDidChange(({ key }) => {
      if (isTokensKey(key)) void this.reread(key);
    });
  }

  get current(): CurrentConnection | undefined {
    return this.shown;
  }

  /** All connections, in the order in which they were added. */
  get all(): readonly SavedConnection[] {
    return this.list.all();
  }

  /** Those that somebody is signed in to. */
  get signedIn(): readonly SavedConnection[] {
    const { shown } = this;
    return this.all.filter((saved) => {
      if (saved.id === shown?.saved.id) return shown.signedIn;
      return saved.kind === "sandbox" || saved.signedIn;
    });
  }

  /** Whose folders are shown, which could be, and whose watches are kept. */
  get keys(): ConnectionKeys {
    const { shown } = this;
    return {
      shown: shown?.signedIn === true ? keyOf(shown.saved) : undefined,
      signedIn: this.signedIn.map(keyOf),
      known: this.all.map(keyOf),
    };
  }

  /** Opens the way to the server; rejects with an `OzError`. */
  client(): Promise<OzClient> {
    if (this.connection && this.shown?.signedIn) return this.connection.client();
    return Promise.reject(new OzError("cancelled", "There is no server to ask.", { origin: "" }));
  }

  /**
   * Checks that an Oz API answers there, without showing it who asks.
   * @param baseUrl as `parseAddress` gives it
   * @throws OzError
   */
  async check(baseUrl: string, signal: AbortSignal): Promise<void> {
    const { client } = this.options.openClient(baseUrl, windowTokenStore());
    await client.version(signal);
  }

  /** Signs in and connects, see `signIn`. The present connection stays when it fails. */
  async signIn(to: SavedServer | string, proof: Proof, signal: AbortSignal): Promise<SignedIn> {
    const signedIn = await signIn({ ...this.options, list: this.list }, to, proof, signal);
    await this.connect(signedIn.saved, signedIn.connection);
    this.signIns.fire(undefined);
    return signedIn;
  }

  /**
   * Connects to sample data.
   * @param baseUrl of a sandbox that runs on this machine already; undefined: one of our own
   */
  async openSandbox(baseUrl?: string): Promise<void> {
    const id = baseUrl === undefined ? "sandbox" : `sandbox ${baseUrl}`;
    const name = this.list.get(id)?.name ?? this.list.freeName("Sandbox");
    const saved: SavedSandbox = { kind: "sandbox", id, name, baseUrl, epoch: this.options.clock.now() };
    const connection = this.open(saved);
    await (await connection.client()).version();
    await this.list.put(saved);
    await this.connect(saved, connection);
  }

  /** Shows another connection in this window. One that was removed meanwhile changes nothing. */
  async switchTo(id: string): Promise<void> {
    const saved = this.list.get(id);
    if (saved && id !== this.shown?.saved.id) await this.connect(saved, this.open(saved));
  }

  /** @param name what the user calls it from now on */
  async rename(id: string, name: string): Promise<void> {
    const saved = this.list.get(id);
    if (!saved) return;
    await this.list.put({ ...saved, name });
    this.showName(id, name);
  }

  /** Ends a session in all windows and forgets its secrets. A sandbox has none: it is removed. */
  async signOut(id: string): Promise<void> {
    const saved = this.list.get(id);
    if (saved?.kind !== "server") return this.remove(id);
    await this.list.put({ ...saved, signedIn: false });
    if (id === this.shown?.saved.id) await this.connection?.forget();
    await deleteSecrets(this.options.secrets, saved);
    await this.reread(tokensKey(saved));
  }

  /** Forgets a connection and its secrets. */
  async remove(id: string): Promise<void> {
    const saved = this.list.get(id);
    await this.list.remove(id);
    if (saved?.kind === "server") await deleteSecrets(this.options.secrets, saved);
    if (id === this.shown?.saved.id) await this.connect(undefined, undefined);
    else this.changes.fire(undefined);
  }

  /** To be called when this window is looked at again: others may have renamed or removed what it shows. */
  async catchUp(): Promise<void> {
    if (!this.shown) return;
    const { id, name } = this.shown.saved;
    const saved = this.list.get(id);
    if (!saved) await this.connect(undefined, undefined);
    else if (saved.name !== name) this.showName(id, saved.name);
  }

  dispose(): void {
    this.secretChanges.dispose();
    this.connection?.close();
  }

  /** @param key of a secret that was changed by this window or by another */
  private async reread(key: string): Promise<void> {
    const { shown, connection } = this;
    if (!connection || shown?.saved.kind !== "server" || tokensKey(shown.saved) !== key) {
      this.changes.fire(undefined);
      return;
    }
    const { signedIn, changed } = await connection.reread();
    if (connection !== this.connection || (!changed && signedIn === this.shown?.signedIn)) return;
    this.shown = { saved: shown.saved, signedIn };
    this.changes.fire(undefined);
  }

  private async connect(
    saved: SavedConnection | undefined,
    connection: Connection | undefined,
  ): Promise<void> {
    this.connection?.close();
    this.show(saved, connection);
    await this.list.activate(saved?.id);
    this.changes.fire(undefined);
  }

  private show(saved: SavedConnection | undefined, connection: Connection | undefined): void {
    this.connection = connection;
    this.shown = saved && { saved, signedIn: saved.kind === "sandbox" || saved.signedIn };
  }

  private showName(id: string, name: string): void {
    if (this.shown?.saved.id === id) this.shown = { ...this.shown, saved: { ...this.shown.saved, name } };
    this.changes.fire(undefined);
  }

  private open(saved: SavedConnection): Connection {
    const { openClient, secrets, startSandbox } = this.options;
    return saved.kind === "sandbox"
      ? new SandboxConnection(saved.baseUrl, () => startSandbox(saved.epoch), openClient)
      : new ServerConnection(saved, secrets, openClient);
  }
}
