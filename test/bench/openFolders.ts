import type { Clock } from "../../src/base/clock";
import { Folders } from "../../src/folders/folders";
import { Poller } from "../../src/folders/poll/poller";
import { pollTargets, type PollTargets } from "../../src/folders/poll/pollTargets";
import type { OzClient } from "../../src/oz/api/client";
import type { Transport } from "../../src/oz/http/transport";
import { sandboxClient } from "../sandboxClient";
import { TestMemory } from "../unit/connections/stores";

/** What the user looks at; a benchmark changes it and tells the poller. */
export interface Looks {
  list: boolean;
  focused: boolean;
}

/** The folders of a server and what polls them, tied together as src/extension.ts does it. */
export interface OpenFolders {
  readonly client: OzClient;
  readonly folders: Folders;
  readonly poller: Poller;
  readonly looks: Looks;
}

/** Opens a server; nothing is asked before somebody looks at it. */
export function openFolders(address: string, clock: Clock, transport: Transport): OpenFolders {
  const client = sandboxClient(address, clock, transport);
  const folders = new Folders(() => Promise.resolve(client), new TestMemory(), clock);
  const looks: Looks = { list: false, focused: true };
  const interest = (): PollTargets => pollTargets(folders, { ...looks, folderIds: [] });
  const poller = new Poller(folders.reader, interest, clock, () => 0.5);
  folders.watches.onDidChange(() => poller.update());
  folders.store.onDidChange(({ changed }) => {
    poller.foldersChanged(changed);
    poller.update();
  });
  folders.show({ shown: "bench", signedIn: ["bench"], known: ["bench"] });
  return { client, folders, poller, looks };
}
