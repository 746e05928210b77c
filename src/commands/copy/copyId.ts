import { idToCopy } from "../../oz/model/idToCopy";
import { AnalysisNode } from "../../views/tree/analysisNode";
import { MediumNode } from "../../views/tree/mediumNode";
import type { Command } from "../services";
import { folderIdFor } from "../target/askId";
import { copyText } from "./copyText";

/** Copies the whole id of the folder, analysis or file that a row stands for. */
export const copyId: Command = async (services, argument) => {
  const id = ownId(argument) ?? (await folderIdFor(services, argument, "Copy Id"));
  if (id === undefined) return;
  const { text, isCut } = idToCopy(id);
  await copyText(text, isCut ? `the beginning of an ID that is too long: ${text}` : text);
};

function ownId(node: unknown): string | undefined {
  if (node instanceof AnalysisNode) return node.analysis.id;
  return node instanceof MediumNode ? node.medium.id : undefined;
}
