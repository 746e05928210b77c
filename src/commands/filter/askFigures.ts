import * as l10n from "@vscode/l10n";
import { window } from "vscode";
import { failureCodes } from "../../folders/filter/figureConditions";
import type { FolderFilter } from "../../folders/filter/folderFilter";
import type { Folders } from "../../folders/folders";
import { SCORED_KINDS } from "../../folders/overview/overviewSums";
import { FINDING_CODES, type FindingCode } from "../../status/finding";
import { EXPECTED_TIME } from "../../status/processingTime";
import { errorCodeInWords, filterInWords } from "../../views/text/filterInWords";
import { pickSome } from "./pickSome";

const CODES = Object.keys(FINDING_CODES) as FindingCode[];

/** Asks for scores near a threshold; other ranges come from the overview. */
export async function askScore({ score: current }: FolderFilter): Promise<FolderFilter | undefined> {
  const near = SCORED_KINDS.map((analysis) => ({ score: { analysis, near: true } }));
  return pickOne(l10n.t("Filter by Score"), l10n.t("Any score"), near, "score", current);
}

export async function askTimeTaken({ timeTaken: current }: FolderFilter): Promise<FolderFilter | undefined> {
  const slow = [{ timeTaken: { from: EXPECTED_TIME } }];
  const any = l10n.t({ message: "Any time", comment: "However long the result of a folder took" });
  return pickOne(l10n.t("Filter by Time to Result"), any, slow, "timeTaken", current);
}

export async function askErrorCodes(
  { errorCodes: current }: FolderFilter,
  { store }: Folders,
): Promise<FolderFilter | undefined> {
  const loaded = store.current.all.flatMap(({ resolution }) => failureCodes(resolution));
  const codes = [...new Set([...loaded, ...(current ?? [])])].sort();
  const errorCodes = await pickSome(l10n.t("Filter by Error Code"), codes, current, errorCodeInWords);
  return errorCodes && { errorCodes };
}

export async function askFindings({ findings: current }: FolderFilter): Promise<FolderFilter | undefined> {
  const label = (code: FindingCode): string => FINDING_CODES[code].description();
  const findings = await pickSome(l10n.t("Filter by Finding"), CODES, current, label);
  return findings && { findings };
}

/**
 * @param any what no condition is called
 * @param choices conditions of that part
 * @param current the part as it is; offered too if it is another one
 * @returns undefined if cancelled
 */
async function pickOne<Part extends "score" | "timeTaken">(
  title: string,
  any: string,
  choices: readonly FolderFilter[],
  part: Part,
  current: FolderFilter[Part],
): Promise<FolderFilter | undefined> {
  const own = current === undefined ? [] : [{ [part]: current }];
  const all = new Map([...own, ...choices].map((filter) => [filterInWords(filter), filter]));
  const items = [...all].map(([label, filter]) => ({ label, filter }));
  const none: FolderFilter = { [part]: undefined };
  const picked = await window.showQuickPick([{ label: any, filter: none }, ...items], { title });
  return picked?.filter;
}
