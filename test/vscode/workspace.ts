import { cp } from "node:fs/promises";
import path from "node:path";
import { makeTemporary, removeTemporary } from "./temporary";

/** A folder to open, and how to remove it. */
export interface Workspace {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Copies a folder, the sample by default, so that nothing that happens in VS Code changes the original. */
export async function copyWorkspace(
  original: string = path.join(import.meta.dirname, "workspace"),
): Promise<Workspace> {
  const parent = await makeTemporary();
  const folder = path.join(parent, path.basename(original));
  await cp(original, folder, { recursive: true });
  return { folder, remove: () => removeTemporary(parent) };
}
