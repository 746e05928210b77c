import * as l10n from "@vscode/l10n";
import { operatorRule } from "../../status/allowedStatuses";
import { effectiveStatus } from "../../status/effectiveStatus";
import type { FolderResolution } from "../../status/resolution";
import { isBetweenThresholds } from "../../status/score";

const resultRule = (): string =>
  l10n.t(
    "By the Oz API documentation, each POST of analyses is a group, and a group has the worst of its results, in this order: Initial, Processing, Failed, Declined, Operator required, Success. The group that finished last decides. An unknown or missing result, which the documentation does not rank, counts as worse than Success only.",
  );

const statusRule = (): string =>
  l10n.t(
    "The status (`resolution_status`) is Failed if any analysis failed, in whichever group, whatever the result.",
  );

/** @returns the rules of the Oz API documentation by which a folder has its result, as far as they concern it; Markdown */
export function rulesFor(resolution: FolderResolution): readonly string[] {
  const { result, groups } = resolution;
  return [
    ...(groups.length > 0 ? [resultRule()] : []),
    ...(result !== "FAILED" && groups.some(({ failed }) => failed) ? [statusRule()] : []),
    ...(concernsOperator(resolution) ? [operatorRule()] : []),
  ];
}

/** @returns whether somebody may wonder why an operator is asked for, or why not */
function concernsOperator(resolution: FolderResolution): boolean {
  if (effectiveStatus(resolution) === "OPERATOR_REQUIRED") return true;
  return resolution.groups.some(({ analyses }) =>
    analyses.some(({ result, scores }) => result === "OPERATOR_REQUIRED" || scores.some(isBetweenThresholds)),
  );
}
