import type { Clock } from "../../src/base/clock";
import { Folders } from "../../src/folders/folders";
import { Poller } from "../../src/folders/poll/poller";
import { pollTargets, type PollTargets } from "../../src/folders/poll/pollTargets";
import type { OzClient } from "../../src/oz/api/client";
import type { Transport } from "../../src/oz/http/transport";
import { sandboxClient } from "../sandboxClient";
import { TestMemory } from "../unit/connections/stores";

/** What is visible. A benchmark changes it and updates the poller. */
export interface Screen {
  list: boolean;
  focused: boolean;
}

/** The folders of a server and their poller, connected as in src/extension.ts. */
export interface OpenFolders {
  readonly client: OzClient;
  readonly folders: Folders;
  readonly poller: Poller;
  readonly screen: Screen;
}

/** Opens the folders of a server. Sends nothing until something is visible or watched. */
export function openFolders(address: string, clock: Clock, transport: Transport): OpenFolders {
  const client = sandboxClient(address, clock, transport);
  const folders = new Folders(
    () => Promise.resolve(client),
    new TestMemory(),
    new TestMemory(),
    clock,
    () => 0.5,
  );
  const screen: Screen = { list: false, focused: true };
  const targets = (): PollTargets => pollTargets(folders, { ...screen, folderIds: [] });
  const poller = new Poller(folders.reader, targets, clock, () => 0.5);
  for (const part of [folders.watches, folders.arrivals]) part.onDidChange(() => poller.update());
  folders.store.onDidChange(({ changed }) => {
    poller.foldersChanged(changed);
    poller.update();
  });
  folders.show({ shown: "bench", signedIn: ["bench"], known: ["bench"] });
  return { client, folders, poller, screen };
}
