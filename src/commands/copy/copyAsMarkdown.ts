import type { Command } from "../services";
import { copySummary } from "./copySummary";

/** Copies a summary that holds no metadata and no media; see `copySummary`. */
export const copyAsMarkdown: Command = (services, argument) =>
  copySummary(services, argument, "Copy as Markdown Summary", false);
