import { window, type StatusBarAlignment } from "vscode";
import { systemClock } from "../../../src/base/clock";
import { desktopTransport } from "../../../src/oz/http/desktopTransport";
import { effectiveStatus } from "../../../src/status/effectiveStatus";
import { WatchStatusBar } from "../../../src/views/watch/watchStatusBar";
import { openFolders } from "../openFolders";

const times: number[][] = [];

/**
 * Watches a folder of each of some sandboxes, as many windows would do it that show their list, with an item in the
 * status bar for each.
 * @returns the ids of the folders, which all are a success
 */
export function watchEach(addresses: readonly string[]): Promise<readonly string[]> {
  times.splice(0);
  giveItemsTheirOwnIds();
  return Promise.all(addresses.map(watch));
}

/** @returns for each of the sandboxes when it was asked, in epoch milliseconds */
export function requestTimes(): readonly (readonly number[])[] {
  return times;
}

/** VS Code shows only some of the items that have the same id, and an extension has only one of ours. */
function giveItemsTheirOwnIds(): void {
  const { createStatusBarItem } = window;
  let count = 0;
  const create = (id: string, alignment: StatusBarAlignment, priority: number): unknown =>
    createStatusBarItem(`${id}.${++count}`, alignment, priority);
  Object.assign(window, { createStatusBarItem: create });
}

async function watch(address: string): Promise<string> {
  const asked: number[] = [];
  times.push(asked);
  const { folders, poller, screen } = openFolders(address, systemClock, (request) => {
    asked.push(Date.now());
    return desktopTransport(request);
  });
  screen.list = true;
  await folders.reader.readNewest();
  const id =
    folders.store.current.all.find(({ resolution }) => effectiveStatus(resolution) === "SUCCESS")?.id ?? "";
  folders.watches.start(id);
  new WatchStatusBar(folders);
  poller.update();
  return id;
}
