import { cp } from "node:fs/promises";
import path from "node:path";
import { makeTemporary, removeTemporary } from "./temporary";

/** A folder to open, and how to remove it. */
export interface Workspace {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Copies a folder, by default the sample, so that VS Code never changes the original. */
export async function copyWorkspace(
  original: string = path.join(import.meta.dirname, "workspace"),
): Promise<Workspace> {
  const parent = await makeTemporary();
  const folder = path.join(parent, path.basename(original));
  await cp(original, folder, { recursive: true });
  return { folder, remove: () => removeTemporary(parent) };
}
