import { idToCopy } from "../oz/idToCopy";
import { AnalysisNode } from "../views/tree/analysisNode";
import { folderIdFor } from "./askId";
import { copyText } from "./copyText";
import type { Command } from "./services";

/** Copies the whole id of the folder, analysis or file that a row stands for. */
export const copyId: Command = async (services, argument) => {
  const id = (await ownId(argument)) ?? (await folderIdFor(services, argument, "Copy Id"));
  if (id === undefined) return;
  const { text, isCut } = idToCopy(id);
  await copyText(text, isCut ? `the beginning of an ID that is too long: ${text}` : text);
};

async function ownId(node: unknown): Promise<string | undefined> {
  if (node instanceof AnalysisNode) return node.analysis.id;
  const { MediumNode } = await import("../views/details");
  return node instanceof MediumNode ? node.medium.id : undefined;
}
