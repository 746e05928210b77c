import { Folders } from "../../../src/folders/folders";
import type { OzClient } from "../../../src/oz/api/client";
import { TestMemory } from "../connections/stores";
import type { TestClock } from "../testClock";

/** @returns the folders of the server that the client asks, as a window shows them, with nothing read yet */
export function openFolders(client: OzClient, clock: TestClock): Folders {
  const folders = new Folders(
    () => Promise.resolve(client),
    new TestMemory(),
    new TestMemory(),
    clock,
    () => 0.5,
  );
  folders.show({ shown: "here", signedIn: ["here"], known: ["here"] });
  return folders;
}
