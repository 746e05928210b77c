import { summary } from "../../views/text/summary";
import type { Services } from "../services";
import { findTarget } from "../target/findTarget";
import { loadFolder } from "../target/loadFolder";
import { copyText } from "./copyText";

/**
 * Copies a summary of a folder.
 * @param argument see `findTarget`
 * @param personal whether metadata and media go along
 */
export async function copySummary(
  services: Services,
  argument: unknown,
  title: string,
  personal: boolean,
): Promise<void> {
  const target = await findTarget(services, argument, title);
  if (!target) return;
  const folder = await loadFolder(services, target.folderId);
  const { findings } = services.views.documents;
  const text = summary(folder, { findings: findings(folder.resolution), personal });
  await copyText(
    text,
    personal ? "as Markdown, with personal data" : "as Markdown, without metadata and media",
  );
}
