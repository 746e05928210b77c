import type { OzFolder } from "../../src/oz/model/folder";
import { shortId } from "../../src/oz/model/id";
import { startSandbox, type SandboxServer, type StartOptions } from "../../src/sandbox/start";
import { sandboxClient } from "../sandboxClient";

/** A sandbox for a UI test, and a look at what it holds that does not go through the extension. */
export interface TestSandbox extends SandboxServer {
  /** The folder at a place in the list, newest first. */
  folderAt(index: number): Promise<OzFolder>;
  /** Its whole id. */
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

/** What a row calls a folder. */
export const labelOf = shortId;
