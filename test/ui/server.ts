import type { OzFolder } from "../../src/oz/model/folder";
import { shortId } from "../../src/oz/model/id";
import { startSandbox, type SandboxServer, type StartOptions } from "../../src/sandbox/start";
import { sandboxClient } from "../sandboxClient";

/** A sandbox for a UI test, with access to its folders that bypasses the extension. */
export interface TestSandbox extends SandboxServer {
  /** The folder at an index of the list, newest first. */
  folderAt(index: number): Promise<OzFolder>;
  /** Its complete ID. */
  idAt(index: number): Promise<string>;
}

export async function startTestSandbox(options: StartOptions): Promise<TestSandbox> {
  const sandbox = await startSandbox(options);
  const client = sandboxClient(sandbox.address);
  const folderAt = async (offset: number): Promise<OzFolder> => {
    const { folders } = await client.listFolders({ offset, limit: 1 });
    if (!folders[0]) throw new Error(`The sandbox has no folder ${offset}.`);
    return folders[0];
  };
  return { ...sandbox, folderAt, idAt: async (offset) => (await folderAt(offset)).id };
}

/** The label of a folder's row, given its ID. */
export const labelOf = shortId;
