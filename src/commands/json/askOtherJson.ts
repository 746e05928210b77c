import * as l10n from "@vscode/l10n";
import { QuickPickItemKind, type QuickPickItem } from "vscode";
import { counted, inDigits } from "../../base/language";
import { MAX_COMPARED_FOLDERS } from "../../base/limits";
import { plainText } from "../../base/plainText";
import type { OzFolder } from "../../oz/model/folder";
import { shortId } from "../../oz/model/id";
import type { AnalysisResolution } from "../../status/resolution";
import type { JsonIdentity } from "../../views/documentUri";
import { analysisInWords, analysisLabel } from "../../views/text/analysisText";
import { resultInWords } from "../../views/text/folderText";
import { zonedTime } from "../../views/text/formatTime";
import { UserError, type Services } from "../command";
import { askPick } from "../prompts/askPick";
import { askId, selectedAndWatched } from "../target/askId";
import { findTarget, loadFolder } from "../target/findTarget";
import { jsonIdentityOf } from "./jsonTarget";

const title = (): string => l10n.t("Compare JSON");

interface OtherItem extends QuickPickItem {
  /** Undefined for the item that asks for an ID. */
  readonly other?: JsonIdentity;
}

/**
 * Asks what to compare a folder or an analysis with: one of its earlier versions, another analysis of its folder,
 * another folder, or an analysis of that folder.
 * @returns undefined if cancelled
 */
export async function askOtherJson(services: Services, one: JsonIdentity): Promise<JsonIdentity | undefined> {
  const { documents, folders } = services;
  const { folderId, analysisId } = one;
  const versions = documents.json.versionsOf(one).slice(0, -1).reverse();
  const folder = folders.store.current.get(folderId);
  const others = folders.store.current.all.filter(({ id }) => id !== folderId);
  const choice = await askPick<OtherItem, OtherItem>({
    title: l10n.t("Compare JSON: {0}", nameOf(folder, one)),
    placeholder:
      versions.length > 0
        ? l10n.t("Choose an earlier version or something else to compare with")
        : l10n.t("No earlier version was seen in this session. Choose something else to compare with"),
    items: [
      ...section(
        l10n.t("Earlier versions"),
        versions.map(({ version, at, folder: seen }) => ({
          label: l10n.t("Version {0}", version),
          description: resultOf(seen, analysisId),
          detail: l10n.t({
            message: "Received {0}",
            args: [zonedTime(at)],
            comment: "A version of a JSON document",
          }),
          other: { ...one, version },
        })),
      ),
      ...section(
        l10n.t("Analyses of this folder"),
        analysisId === undefined || !folder ? [] : analysisItems(folder, analysisId),
      ),
      ...section(l10n.t("Folders"), [
        { label: l10n.t("Other folder…"), description: otherFolders(others.length) },
        ...others.slice(0, MAX_COMPARED_FOLDERS).map((other) => folderItem(other)),
      ]),
    ],
    choiceOf: (item) => item,
  });
  if (!choice) return undefined;
  const other = choice.other ?? (await askById(services, folderId));
  if (!other) return undefined;
  if (analysisId === undefined) return { ...other, analysisId: undefined };
  return other.analysisId === undefined ? askAnalysis(await loadFolder(services, other.folderId)) : other;
}

/** @param count how many loaded folders there are */
function otherFolders(count: number): string {
  return count <= MAX_COMPARED_FOLDERS
    ? l10n.t("by its ID")
    : counted(
        l10n.t("by its ID; {1} of {0} folder is listed|by its ID; {1} of {0} folders are listed"),
        count,
        inDigits(MAX_COMPARED_FOLDERS),
      );
}

/** @returns the name of a JSON document on screen; `folder` is undefined if not loaded */
export function nameOf(folder: OzFolder | undefined, { folderId, analysisId }: JsonIdentity): string {
  if (analysisId === undefined) return shortId(folderId);
  const analysis = folder && analysesOf(folder).find(({ id }) => id === analysisId);
  return `${analysis ? analysisLabel(analysis) : l10n.t("Analysis")} ${shortId(plainText(analysisId))}`;
}

/** @param except the ID of the folder to compare with another */
async function askById(services: Services, except: string): Promise<JsonIdentity | undefined> {
  const target = await findTarget(services, undefined, title(), () =>
    askId(services, title(), selectedAndWatched(services), except),
  );
  return target && { ...jsonIdentityOf(target), version: "now" };
}

async function askAnalysis(folder: OzFolder): Promise<JsonIdentity | undefined> {
  const items = analysisItems(folder);
  if (items.length === 0) throw new UserError(l10n.t("This folder has no analyses to compare with."));
  const placeholder = l10n.t("Analysis to compare with");
  return askPick({ title: title(), placeholder, items, choiceOf: ({ other }) => other });
}

function section(label: string, items: readonly OtherItem[]): readonly OtherItem[] {
  return items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items];
}

function folderItem(folder: OzFolder): OtherItem {
  const other: JsonIdentity = { folderId: folder.id, version: "now" };
  return { label: nameOf(folder, other), description: resultOf(folder, undefined), detail: folder.id, other };
}

/** @param except the ID of an analysis to leave out */
function analysisItems(folder: OzFolder, except?: string): OtherItem[] {
  return analysesOf(folder)
    .filter(({ id }) => id !== except)
    .map((analysis) => ({
      label: analysisLabel(analysis),
      description: resultOf(folder, analysis.id),
      detail: plainText(analysis.id),
      other: { folderId: folder.id, analysisId: analysis.id, version: "now" },
    }));
}

/** @returns the analyses that have IDs, oldest group first */
function analysesOf({ resolution }: OzFolder): (AnalysisResolution & { readonly id: string })[] {
  return resolution.groups.flatMap(({ analyses }) =>
    analyses.flatMap((analysis) => (analysis.id === undefined ? [] : [{ ...analysis, id: analysis.id }])),
  );
}

/** @returns the result, in words, of a folder or of one of its analyses */
function resultOf(folder: OzFolder, analysisId: string | undefined): string {
  if (analysisId === undefined) return resultInWords(folder.resolution);
  const analysis = analysesOf(folder).find(({ id }) => id === analysisId);
  return analysis ? analysisInWords(analysis) : "";
}
