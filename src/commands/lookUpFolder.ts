import { folderIdFor } from "./askId";
import type { Command } from "./services";

/**
 * Shows a folder in the tree, also one that was not loaded.
 * @param argument the folder's id; asked for when missing
 */
export const lookUpFolder: Command = async (services, argument) => {
  const { folders, views } = services;
  // VS Code hands the selected row to the button in the view's title, which is not what is looked for.
  const wanted = typeof argument === "string" ? argument : undefined;
  const id = await folderIdFor(services, wanted, "Look Up Folder");
  if (id === undefined) return;
  const reading = views.list.showProgress(folders.reader.readFolder(id));
  if (folders.store.get(id)) {
    // What is known is shown at once; a failure stands in the view, beside what was known.
    reading.catch(() => undefined);
  } else {
    await reading;
  }
  await views.list.reveal(id);
};
