import { clientFactory } from "../../src/connections/clients";
import { windowTokenStore } from "../../src/connections/tokenStore";
import { Folders } from "../../src/folders/folders";
import type { OzClient } from "../../src/oz/client";
import { Scrubber } from "../../src/log/scrubber";
import { systemClock } from "../../src/oz/clock";
import { nodeFetchTransport } from "../../src/oz/nodeFetch";
import { SANDBOX_ACCOUNT } from "../../src/sandbox/account";
import { startSandbox, type RunningSandbox, type StartOptions } from "../../src/sandbox/start";
import { FoldersTree } from "../../src/views/tree/foldersTree";
import type { TreeNode } from "../../src/views/tree/treeNode";

const quiet = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** The folders of a sandbox and the tree over them, as the extension builds them. */
export interface OpenFolders {
  readonly sandbox: RunningSandbox;
  readonly client: OzClient;
  readonly folders: Folders;
  readonly tree: FoldersTree;
  readonly root: () => Promise<TreeNode[]>;
}

export async function openFolders(count: number, more: StartOptions = {}): Promise<OpenFolders> {
  const sandbox = await startSandbox({ folders: count, ...more });
  const openClient = clientFactory({
    transport: nodeFetchTransport,
    clock: systemClock,
    log: quiet,
    scrubber: new Scrubber(),
  });
  const { client } = await openClient(sandbox.address, windowTokenStore(), () =>
    Promise.resolve(SANDBOX_ACCOUNT),
  );
  const values = new Map<string, unknown>();
  const memory = {
    get: (key: string) => values.get(key),
    update: (key: string, value: unknown) => Promise.resolve(void values.set(key, value)),
  };
  const folders = new Folders(() => Promise.resolve(client), memory, systemClock);
  folders.show({ shown: "test", signedIn: ["test"], known: ["test"] });
  const isWatched = (id: string): boolean => folders.watches.has(id);
  const context = { labelKeys: () => [], isWatched, findings: () => [], now: () => Date.now() };
  const tree = new FoldersTree(folders, () => true, context);
  return { sandbox, client, folders, tree, root: () => tree.getChildren() };
}
