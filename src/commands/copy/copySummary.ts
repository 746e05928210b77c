import * as l10n from "@vscode/l10n";
import { summary } from "../../views/text/summary";
import type { Command, Services } from "../command";
import { findTarget, loadFolder } from "../target/findTarget";
import { copyText } from "./copyText";

/** Copies a summary without metadata and media, which can be shared; see `copySummary`. */
export const copyAsMarkdown: Command = (services, argument) =>
  copySummary(services, argument, l10n.t("Copy as Markdown Summary"), false);

/** Copies a summary with metadata and media, for people who may see them; see `copySummary`. */
export const copyAsMarkdownWithData: Command = (services, argument) =>
  copySummary(services, argument, l10n.t("Copy as Markdown with Metadata and Media"), true);

/**
 * Copies a summary of a folder.
 * @param argument see `findTarget`
 */
async function copySummary(
  services: Services,
  argument: unknown,
  title: string,
  includePersonalData: boolean,
): Promise<void> {
  const target = await findTarget(services, argument, title);
  if (!target) return;
  const folder = await loadFolder(services, target.folderId);
  const findings = services.documents.findings(folder.resolution);
  await copyText(
    summary(folder, { findings, includePersonalData }),
    includePersonalData
      ? l10n.t("Copied as Markdown, with personal data")
      : l10n.t("Copied as Markdown, without metadata and media"),
  );
}
