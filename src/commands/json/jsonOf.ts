import type { JsonIdentity } from "../../views/documentUri";
import type { Target } from "../../views/tree/treeNode";
import { UserError } from "../userError";

/**
 * @returns what a JSON document shows of a target: an analysis, or the folder of anything else
 * @throws UserError for an analysis that has no ID to find it by in the reply
 */
export function jsonOf(target: Target): JsonIdentity {
  const { folderId } = target;
  if (target.kind !== "analysis") return { folderId };
  const { analysisId } = target;
  if (analysisId === undefined)
    throw new UserError("This analysis has no ID. Use its folder's JSON instead.");
  return { folderId, analysisId };
}
