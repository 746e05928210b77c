import { idToCopy } from "../../oz/model/idToCopy";
import type { Target } from "../../views/tree/treeNode";
import type { Command } from "../services";
import { findTarget } from "../target/findTarget";
import { UserError } from "../userError";
import { copyText } from "./copyText";

/**
 * Copies the whole ID of a folder, an analysis or a file. A group has none that a server knows: its folder's is copied.
 * @param argument see `findTarget`
 */
export const copyId: Command = async (services, argument) => {
  const target = await findTarget(services, argument, "Copy ID");
  if (!target) return;
  const id = idOf(target);
  const { text, isCut } = idToCopy(id ?? "");
  if (text === "") throw new UserError(`This ${target.kind} has no ID.`);
  await copyText(text, isCut ? `the beginning of an ID that is too long: ${text}` : text);
};

function idOf(target: Target): string | undefined {
  switch (target.kind) {
    case "analysis":
      return target.analysisId;
    case "file":
      return target.medium.id;
    case "folder":
    case "group":
      return target.folderId;
  }
}
