import * as l10n from "@vscode/l10n";
import { MAX_STATUS_LENGTH } from "../../base/limits";
import { plainText } from "../../base/plainText";
import { analysisKind } from "../../status/analysisType";
import { effectiveStatus } from "../../status/effectiveStatus";
import type { AnalysisResolution, FolderResolution } from "../../status/resolution";
import { explains } from "../../status/score";
import { isUnsettled, type Status } from "../../status/status";
import { decidingGroup } from "../../status/statusFromAnalyses";
import { analysisLabel } from "./analysisText";
import { analysesInWords } from "./folderText";
import { rounded } from "./scoreText";

/** What analyses are called where there is no room for their names, by what they check; undefined: as elsewhere. */
const SHORT_NAMES = new Map([
  ["Liveness", () => l10n.t("liveness")],
  ["Face match", () => l10n.t("face")],
  ["Documents", () => l10n.t("documents")],
  ["Collection", () => l10n.t("collection")],
]);

/**
 * Says in up to three words why a folder is not a success, for a narrow row; its tooltip says it in a sentence.
 * @returns what decided, or is waited for, and how many more: "face 0.41", "error 11 +1", "liveness", "no analyses".
 * Undefined for a success, and where the analyses are not the reason: the server says otherwise, or an operator decided
 */
export function shortReason(resolution: FolderResolution): string | undefined {
  const { computed, operatorDecision, analysisCount } = resolution;
  if (operatorDecision !== undefined || computed?.result !== effectiveStatus(resolution)) return undefined;
  if (analysisCount === 0) return analysesInWords(resolution);
  const [first, ...others] = reasons(resolution, computed.result);
  if (!first) return undefined;
  return others.length === 0 ? inShort(first) : `${inShort(first)} +${others.length}`;
}

/** @returns the analyses that give the folder its result */
function reasons(resolution: FolderResolution, status: Status): readonly AnalysisResolution[] {
  if (isUnsettled(status))
    return resolution.groups.flatMap(({ analyses }) => analyses.filter(({ running }) => running));
  // Of the others, the result says it all.
  if (!["DECLINED", "FAILED", "OPERATOR_REQUIRED"].includes(status)) return [];
  return decidingGroup(resolution)?.analyses.filter(({ result }) => result === status) ?? [];
}

function inShort(analysis: AnalysisResolution): string {
  const { type, result, error, scores, running } = analysis;
  const name = SHORT_NAMES.get(analysisKind(type))?.() ?? analysisLabel(analysis);
  if (error?.code !== undefined && result === "FAILED")
    return l10n.t("error {0}", plainText(error.code, MAX_STATUS_LENGTH));
  const [score] = scores;
  if (running || !score || !explains(score, result)) return name;
  const number = rounded(score, 2);
  return score.name === "confidence_spoofing" ? l10n.t("spoof {0}", number) : `${name} ${number}`;
}
