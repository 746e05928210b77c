import type { Command } from "../services";
import { copySummary } from "./copySummary";

/** Copies a summary with metadata and media, for whoever may see them; see `copySummary`. */
export const copyAsMarkdownWithData: Command = (services, argument) =>
  copySummary(services, argument, "Copy as Markdown with Metadata and Media", true);
