import type { ExtensionContext } from "vscode";
import type { OzInspectorApi } from "../../src/api";
import { passwordKey } from "../../src/connections/secrets";
import { activate } from "../../src/extension";
import { VIEWS } from "../../src/ids";
import type { OzFolder } from "../../src/oz/model/folder";
import { SANDBOX_ACCOUNT } from "../../src/sandbox/account";
import { FolderNode } from "../../src/views/tree/folderNode";
import { TreeNode } from "../../src/views/tree/treeNode";
import { TIME_LIMIT } from "../faults/window/requestClock";
import { clearDesk, desk } from "../standIn/desk";
import { TestMemory, TestSecrets } from "../unit/connections/stores";

const { email, password } = SANDBOX_ACCOUNT;

/** The name under which the watched folders are saved. */
const WATCHES = "ozInspector.watches";

/** What was written to the log. */
interface Logged {
  lines: number;
  bytes: number;
}

/** What the user was told of a watched folder. */
interface Told {
  readonly id: string;
  readonly ended: boolean;
  /** How many groups it had then. */
  readonly groups?: number;
  readonly gone: boolean;
}

/** VS Code's memory, which says when the watched folders were saved. */
class WatchingMemory extends TestMemory {
  onDidSaveWatches: () => void = () => undefined;

  override update(key: string, value: unknown): Promise<void> {
    const saved = super.update(key, value);
    if (key === WATCHES) this.onDidSaveWatches();
    return saved;
  }
}

/** The extension in a window of the stand-in, connected to one server by email and a remembered password. */
export class SoakWindow {
  readonly logged: Logged = { lines: 0, bytes: 0 };
  api!: OzInspectorApi;
  private readonly memory = new WatchingMemory();
  private readonly windowMemory = new TestMemory();
  private readonly secrets = new TestSecrets();
  private readonly subscriptions: { dispose(): unknown }[] = [];

  /** @param address of the server */
  constructor(address: string) {
    const saved = { kind: "server", id: "soak", name: "Soak", baseUrl: address, email };
    void this.memory.update("ozInspector.connections", [{ ...saved, savesPassword: true, signedIn: true }]);
    void this.memory.update("ozInspector.activeConnection", saved.id);
    void this.secrets.store(passwordKey(saved), password);
    this.open();
  }

  close(): void {
    for (const subscription of this.subscriptions.splice(0)) subscription.dispose();
  }

  /** Runs a command as the user does. @param typed the answer to the question that it asks */
  async run(command: string, argument?: unknown, typed?: string): Promise<void> {
    desk.typed = typed;
    await desk.commands.get(`ozInspector.${command}`)?.(argument);
  }

  /** The user signs in again, as a row asks. */
  async signIn(): Promise<void> {
    await this.run("signIn", undefined, password);
  }

  showList(visible: boolean): void {
    desk.views.get(VIEWS.folders)?.setVisible(visible);
  }

  /** The folders in the list, down to the first that may be missing. */
  get listed(): readonly OzFolder[] {
    const rows = this.rows(VIEWS.folders);
    const end = rows.findIndex(({ id }) => id === "load-more");
    return rows
      .slice(0, end === -1 ? rows.length : end)
      .flatMap((row) => (row instanceof FolderNode ? row.folder : []));
  }

  /** @returns whether a folder is watched */
  watches(id: string): boolean {
    return this.rows(VIEWS.watched).some(({ target }) => target?.folderId === id);
  }

  /** The watched folders as VS Code keeps them, with what the user was told of each. */
  get told(): readonly Told[] {
    return (this.memory.get(WATCHES) as { readonly soak?: readonly Told[] } | null)?.soak ?? [];
  }

  /** @param listener called each time that the watched folders were saved */
  onDidSaveWatches(listener: () => void): void {
    this.memory.onDidSaveWatches = listener;
  }

  /** The rows of the watched folders: label, description and what a screen reader says. */
  get watched(): readonly string[] {
    return this.rows(VIEWS.watched).map((row) => {
      const { label, description, accessibilityInformation } = row.item();
      return `${label as string} | ${description as string} | ${accessibilityInformation?.label ?? ""}`;
    });
  }

  get statusBar(): string {
    return desk.statusBarItem.text ?? "";
  }

  /** Opens the window, with what VS Code has kept. */
  open(): void {
    clearDesk();
    desk.settings.set("ozInspector.requests.timeLimit", TIME_LIMIT);
    desk.log = (line) => {
      this.logged.lines++;
      this.logged.bytes += Buffer.byteLength(line) + 1;
    };
    const { memory: globalState, windowMemory: workspaceState, secrets, subscriptions } = this;
    this.api = activate({
      globalState,
      workspaceState,
      secrets,
      subscriptions,
    } as unknown as ExtensionContext);
  }

  private rows(view: string): readonly TreeNode[] {
    const rows = (desk.trees.get(view)?.getChildren() ?? []) as readonly unknown[];
    return rows.filter((row) => row instanceof TreeNode);
  }
}
