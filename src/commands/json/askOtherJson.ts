import { QuickPickItemKind, type QuickPickItem } from "vscode";
import { plainText } from "../../base/plainText";
import type { OzFolder } from "../../oz/model/folder";
import type { JsonIdentity } from "../../views/documentUri";
import { analysisLabel } from "../../views/text/analysisText";
import { exactTime } from "../../views/text/formatTime";
import { askPick } from "../prompts/askPick";
import type { Services } from "../services";
import { findTarget } from "../target/findTarget";
import { loadFolder } from "../target/loadFolder";
import { UserError } from "../userError";
import { analysesOf, nameOf, resultOf } from "./jsonInWords";
import { jsonOf } from "./jsonOf";

/** More are found by their ID. */
const MOST_FOLDERS = 500;

const TITLE = "Compare JSON";

interface OtherItem extends QuickPickItem {
  /** Undefined: one whose ID is asked for. */
  readonly other?: JsonIdentity;
}

/**
 * Asks what to compare a folder or an analysis with: an earlier state of it, another analysis of its folder, another
 * folder, or one of that folder's analyses.
 * @returns undefined when the user chose none
 */
export async function askOtherJson(services: Services, one: JsonIdentity): Promise<JsonIdentity | undefined> {
  const { folders, views } = services;
  const { folderId, analysisId } = one;
  const { json } = views.documents;
  const states = json.versionsOf(one).slice(0, -1).reverse();
  const folder = folders.store.current.get(folderId);
  const others = folders.store.current.all.filter(({ id }) => id !== folderId);
  const choice = await askPick<OtherItem, OtherItem>({
    title: `${TITLE}: ${nameOf(folder, one)}`,
    placeholder:
      states.length > 0
        ? "Choose an earlier version or something else to compare with"
        : "No earlier version was seen in this session. Choose something else to compare with",
    items: [
      ...section(
        "Earlier states",
        states.map(({ version, at, folder: seen }) => ({
          label: `Version ${version}`,
          description: resultOf(seen, analysisId),
          detail: `Came ${exactTime(at)}`,
          other: { ...one, version },
        })),
      ),
      ...section(
        "Analyses of this folder",
        analysisId === undefined || !folder ? [] : analysisItems(folder, analysisId),
      ),
      ...section("Folders", [
        { label: "Other folder…", description: "by its ID" },
        ...others.slice(0, MOST_FOLDERS).map((other) => folderItem(other)),
      ]),
    ],
    choiceOf: (item) => item,
  });
  if (!choice) return undefined;
  const other = choice.other ?? (await askById(services));
  if (!other) return undefined;
  if (analysisId === undefined) return { ...other, analysisId: undefined };
  return other.analysisId === undefined ? askAnalysis(await loadFolder(services, other.folderId)) : other;
}

async function askById(services: Services): Promise<JsonIdentity | undefined> {
  const target = await findTarget(services, undefined, TITLE);
  return target && { ...jsonOf(target), version: "now" };
}

async function askAnalysis(folder: OzFolder): Promise<JsonIdentity | undefined> {
  const items = analysisItems(folder);
  if (items.length === 0) throw new UserError("This folder has no analyses to compare with.");
  const placeholder = "Which of its analyses";
  return askPick({ title: TITLE, placeholder, items, choiceOf: ({ other }) => other });
}

function section(label: string, items: readonly OtherItem[]): readonly OtherItem[] {
  return items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items];
}

function folderItem(folder: OzFolder): OtherItem {
  const other: JsonIdentity = { folderId: folder.id, version: "now" };
  return { label: nameOf(folder, other), description: resultOf(folder, undefined), detail: folder.id, other };
}

/** @param but the id of one that is left out */
function analysisItems(folder: OzFolder, but?: string): OtherItem[] {
  return analysesOf(folder)
    .filter(({ id }) => id !== but)
    .map((analysis) => ({
      label: analysisLabel(analysis),
      description: resultOf(folder, analysis.id),
      detail: plainText(analysis.id),
      other: { folderId: folder.id, analysisId: analysis.id, version: "now" },
    }));
}
