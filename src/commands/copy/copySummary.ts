import { summary } from "../../views/text/summary";
import type { Services } from "../services";
import { folderIdFor } from "../target/askId";
import { findTarget } from "../target/findTarget";
import { copyText } from "./copyText";

/**
 * Copies a summary of the folder that a row belongs to.
 * @param argument a row of the tree, or a folder's id; asked for when missing
 * @param personal whether metadata and media go along
 */
export async function copySummary(
  services: Services,
  argument: unknown,
  title: string,
  personal: boolean,
): Promise<void> {
  const id = await folderIdFor(services, argument, title);
  if (id === undefined) return;
  const { folderId } = await findTarget(services, id);
  const folder = services.folders.store.get(folderId);
  if (!folder) return;
  const { findings } = services.views.documents;
  const text = summary(folder, { findings: findings(folder.resolution), personal });
  await copyText(
    text,
    personal ? "as Markdown, with personal data" : "as Markdown, without metadata and media",
  );
}
