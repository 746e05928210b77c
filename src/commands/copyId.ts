import { MediumNode } from "../views/media/mediumNode";
import { AnalysisNode } from "../views/tree/analysisNode";
import { folderIdFor } from "./askId";
import { copyText } from "./copyText";
import type { Command } from "./services";

/** Copies the whole id of the folder, analysis or file that a row stands for. */
export const copyId: Command = async (services, argument) => {
  const id = idOf(argument) ?? (await folderIdFor(services, argument, "Copy Id"));
  if (id !== undefined) await copyText(id, id);
};

function idOf(node: unknown): string | undefined {
  if (node instanceof MediumNode) return node.medium.id;
  return node instanceof AnalysisNode ? node.analysis.id : undefined;
}
