import type { Folder } from "./data/folder";
import type { Ids } from "./data/ids";
import type { World } from "./data/world";
import type { Clock } from "./options";
import type { Ending } from "./scenarios/scenario";

/** What tests and benchmarks do to single folders, in place of the software that uses a real server. */
export interface FolderControl {
  /**
   * Posts one more group of analyses to a folder, now. It is PROCESSING at once; liveness succeeds after four seconds,
   * face match ends after six. An analysis that ends PROCESSING never does.
   * @param ends how face match ends, which decides: SUCCESS unless given
   * @throws Error with one sentence, when there is no such folder or it has too many analyses already
   */
  readonly analyseAgain: (id: string, ends?: Ending) => void;
  /**
   * Takes a folder away: it is not found any more, and the others close up.
   * @throws Error with one sentence, when there is no such folder
   */
  readonly remove: (id: string) => void;
}

/** @returns the control of the folders of a world by their ids */
export function controlFolders(world: World, ids: Ids, clock: Clock): FolderControl {
  const find = (id: string): Folder => {
    const parts = ids.read(id);
    const folder = parts?.kind === "folder" ? world.at(clock.now()).find(parts) : undefined;
    if (!folder) throw new Error(`The sandbox has no folder ${id}.`);
    return folder;
  };
  return {
    analyseAgain: (id, ends = "SUCCESS") => world.analyseAgain(find(id), ends, clock.now()),
    remove: (id) => world.remove(find(id)),
  };
}
