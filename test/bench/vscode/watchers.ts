import { window, type StatusBarAlignment } from "vscode";
import { systemClock } from "../../../src/base/clock";
import { desktopTransport } from "../../../src/oz/http/desktopTransport";
import { effectiveStatus } from "../../../src/status/effectiveStatus";
import { WatchStatusBar } from "../../../src/views/watch/watchStatusBar";
import { openFolders } from "../openFolders";

const times: number[][] = [];

/**
 * Watches one folder in each sandbox, each with a status bar item of its own, as several windows with a visible list
 * would.
 * @returns the IDs of the folders, all with result Success
 */
export function watchEach(addresses: readonly string[]): Promise<readonly string[]> {
  times.splice(0);
  giveItemsTheirOwnIds();
  return Promise.all(addresses.map(watch));
}

/** @returns for each sandbox the times of its requests, in epoch milliseconds */
export function requestTimes(): readonly (readonly number[])[] {
  return times;
}

/** VS Code shows only some of the items with the same ID, and in the extension there is only one. */
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
  const transport = desktopTransport(() => true);
  const { folders, poller, screen } = openFolders(address, systemClock, (request) => {
    asked.push(Date.now());
    return transport(request);
  });
  screen.list = true;
  await folders.reader.readNewest();
  const id =
    folders.store.current.all.find(({ resolution }) => effectiveStatus(resolution) === "SUCCESS")?.id ?? "";
  folders.watches.start(id);
  new WatchStatusBar(
    folders,
    () => [],
    ({ findings }) => findings,
    () => Date.now(),
  );
  poller.update();
  return id;
}
