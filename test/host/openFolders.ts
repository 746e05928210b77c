import { systemClock } from "../../src/base/clock";
import { Folders } from "../../src/folders/folders";
import type { OzClient } from "../../src/oz/api/client";
import { startSandbox, type SandboxServer, type StartOptions } from "../../src/sandbox/start";
import type { Finding } from "../../src/status/finding";
import { FoldersTree } from "../../src/views/tree/foldersTree";
import { folderTooltips } from "../../src/views/tree/tooltip";
import type { TreeNode } from "../../src/views/tree/treeNode";
import { sandboxClient } from "../sandboxClient";
import { TestMemory } from "../unit/connections/stores";

/** A sandbox's folders and their tree, built as in the extension. */
export interface OpenFolders {
  readonly sandbox: SandboxServer;
  readonly client: OzClient;
  readonly folders: Folders;
  readonly tree: FoldersTree;
  readonly root: () => TreeNode[];
}

export async function openFolders(count: number, more: StartOptions = {}): Promise<OpenFolders> {
  const sandbox = await startSandbox({ folders: count, ...more });
  const client = sandboxClient(sandbox.address);
  const folders = new Folders(
    () => Promise.resolve(client),
    new TestMemory(),
    new TestMemory(),
    systemClock,
    () => 0.5,
  );
  folders.show({ shown: "test", signedIn: ["test"], known: ["test"] });
  const isWatched = (id: string): boolean => folders.watches.has(id);
  const now = (): number => Date.now();
  const findings = (): readonly Finding[] => [];
  const tooltip = folderTooltips(findings, () => ({ now: now(), processingLimit: 0, usualTime: undefined }));
  const context = { labelKeys: () => [], isWatched, findings, tooltip, now };
  const tree = new FoldersTree(folders, () => true, context);
  return { sandbox, client, folders, tree, root: () => tree.getChildren() };
}
