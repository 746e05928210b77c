import { isDeepStrictEqual } from "node:util";
import type { OzFolder } from "../../src/oz/model/folder";
import { shortId } from "../../src/oz/model/id";
import { FAILURE_ICON } from "../../src/views/tree/treeNode";
import type { SoakWindow } from "./window";

/** @returns what of the watched folders, which all exist, is shown otherwise than the server has it */
export function wronglyShown(
  { api, watched, statusBar }: SoakWindow,
  ids: readonly string[],
  truth: readonly OzFolder[],
): string[] {
  const byId = new Map(truth.map((folder) => [folder.id, folder]));
  const outdated = ids.filter((id) => {
    // Findings depend on the time.
    const shown = { ...api.getFolder(id), findings: [] };
    const there = { ...api.resolveFolder(byId.get(id)?.json), findings: [] };
    return !isDeepStrictEqual(shown, there);
  });
  const failing = watched.filter(
    (row) =>
      / · last: | \| (not loaded yet|no longer on the server) \|/.test(row) &&
      ids.some((id) => row.includes(shortId(id))),
  );
  return [
    ...outdated.map((id) => `${id} is not as the server has it`),
    ...failing.map((row) => `a folder that can be read is shown as ${row}`),
    ...(statusBar.includes(`$(${FAILURE_ICON.icon})`) ? [`the status bar says ${statusBar}`] : []),
  ];
}

/** @returns what a window shows, without what depends on when it was opened */
export function shownBy({ watched, statusBar, listed }: SoakWindow): readonly string[] {
  const timeless = (text: string): string => text.replace(/ · (for|took) .*/, "").replace("⚠ ", "");
  return [...watched, statusBar]
    .map(timeless)
    .concat(listed.slice(0, 100).map(({ json }) => JSON.stringify(json)));
}
