import { AnalysisNode } from "../views/tree/analysisNode";
import { folderIdFor } from "./askId";
import { copyText } from "./copyText";
import type { Command } from "./services";

/** Copies the whole id of the folder or the analysis that a row stands for. */
export const copyId: Command = async (services, argument) => {
  const analysisId = argument instanceof AnalysisNode ? argument.analysis.id : undefined;
  const id = analysisId ?? (await folderIdFor(services, argument, "Copy Id"));
  if (id !== undefined) await copyText(id, id);
};
