import { isDeepStrictEqual } from "node:util";
import { toPublic } from "../../../src/status/publicResolution";
import { inBackground } from "./places";
import { readScreen } from "./screen";
import type { Stage } from "./stage";

/** @returns what still tells of a failure, and should not; without the list while it is hidden */
export async function marksLeft(): Promise<readonly string[]> {
  const screen = await readScreen();
  const lenses = screen.documents.flatMap((document) =>
    document.lenses.filter((lens) => / since \d/.test(lens)),
  );
  const message = / as of \d/i.test(screen.message ?? "") ? [screen.message ?? ""] : [];
  return [...inBackground(screen), ...lenses, ...message];
}

/** @returns how the list and the folders in it differ from the server's */
export async function differences(stage: Stage): Promise<readonly string[]> {
  const folders = await stage.truth();
  const { rows } = await readScreen();
  const shown = rows.flatMap(({ id }) => /^folder\/([^/]+)$/.exec(id)?.[1] ?? []);
  const isAll = !rows.some(({ id }) => id === "load-more");
  const there = folders.map(({ id }) => id);
  const expected = isAll ? there : there.filter((id) => shown.includes(id) || there.indexOf(id) < 100);
  const wrong = folders.filter(({ id, resolution }) => {
    const known = stage.window.api.getFolder(id);
    return known && !isDeepStrictEqual({ ...known, findings: [] }, toPublic(resolution, []));
  });
  return [
    ...(isDeepStrictEqual(shown, expected)
      ? []
      : [`the list has ${shown.length} rows for ${there.length} folders, or others, or in another order`]),
    ...wrong.map(({ id }) => `${id} is not as the server has it`),
  ];
}
