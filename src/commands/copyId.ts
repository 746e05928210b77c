import { AnalysisNode } from "../views/tree/analysisNode";
import { folderIdFor } from "./askId";
import { copyText } from "./copyText";
import type { Command } from "./services";

/** Copies the whole id of the folder, analysis or file that a row stands for. */
export const copyId: Command = async (services, argument) => {
  const id = (await ownId(argument)) ?? (await folderIdFor(services, argument, "Copy Id"));
  if (id !== undefined) await copyText(id, id);
};

async function ownId(node: unknown): Promise<string | undefined> {
  if (node instanceof AnalysisNode) return node.analysis.id;
  const { MediumNode } = await import("../views/details");
  return node instanceof MediumNode ? node.medium.id : undefined;
}
