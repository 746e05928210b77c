import * as l10n from "@vscode/l10n";
import type { ThemeIcon } from "vscode";
import { MAX_TYPE_LENGTH } from "../../base/limits";
import { plainText } from "../../base/plainText";
import { isEmpty, type FolderFilter } from "../../folders/filter/folderFilter";
import type { Folders } from "../../folders/folders";
import { allowedStatuses } from "../../status/allowedStatuses";
import { analysisKind, kindLabel } from "../../status/analysisType";
import { present } from "../../status/presentation";
import { STATUSES, type Status } from "../../status/status";
import { filterInWords } from "../../views/text/filterInWords";
import { pickIcon } from "../../views/tree/treeNode";
import { askText } from "../prompts/askText";
import { askErrorCodes, askFindings, askScore, askTimeTaken } from "./askFigures";
import { askMetaData } from "./askMetaData";
import { askPeriod } from "./askPeriod";
import { pickSome } from "./pickSome";

/** Problems first: they are filtered for most often. */
const RESULT_ORDER: Readonly<Record<Status, number>> = {
  DECLINED: 0,
  OPERATOR_REQUIRED: 1,
  FAILED: 2,
  SUCCESS: 3,
  PROCESSING: 4,
  INITIAL: 5,
  FINISHED: 6,
  UNKNOWN: 7,
};
const RESULTS = STATUSES.toSorted((a, b) => RESULT_ORDER[a] - RESULT_ORDER[b]);
const FOLDER_STATUSES: readonly Status[] = [...allowedStatuses("folderStatus"), "UNKNOWN"];
const TYPES = ["QUALITY", "BIOMETRY", "DOCUMENTS", "COLLECTION"];

/** A condition that a filter can have. */
interface Condition {
  readonly label: () => string;
  /** The member of the filter that holds it. */
  readonly part: keyof FolderFilter;
  /** @returns the new value of that member; undefined if cancelled */
  readonly ask: (filter: FolderFilter, folders: Folders) => Promise<FolderFilter | undefined>;
}

export const CONDITIONS: readonly Condition[] = [
  { label: () => l10n.t("Result"), part: "results", ask: askResults },
  { label: () => l10n.t("Status"), part: "statuses", ask: askStatuses },
  { label: () => l10n.t("Analysis Type"), part: "analyses", ask: askAnalyses },
  { label: () => l10n.t("Score"), part: "score", ask: askScore },
  { label: () => l10n.t("Time to Result"), part: "timeTaken", ask: askTimeTaken },
  { label: () => l10n.t("Error Code"), part: "errorCodes", ask: askErrorCodes },
  { label: () => l10n.t("Finding"), part: "findings", ask: askFindings },
  {
    label: () => l10n.t({ message: "Created", comment: "When folders were" }),
    part: "created",
    ask: askCreated,
  },
  { label: () => l10n.t("Metadata"), part: "metaData", ask: askMetaDataPart },
  { label: () => l10n.t("Text"), part: "text", ask: askTextPart },
];

/** @returns one condition of a filter in words; "any" if the filter does not have it */
export function partInWords(filter: FolderFilter, part: keyof FolderFilter): string {
  const only = { [part]: filter[part] };
  return isEmpty(only)
    ? l10n.t({ message: "any", comment: "A condition that a filter does not have" })
    : filterInWords(only);
}

async function askResults({ results: current }: FolderFilter): Promise<FolderFilter | undefined> {
  const results = await pickStatuses(l10n.t("Filter by Result"), RESULTS, current);
  return results && { results };
}

async function askStatuses({ statuses: current }: FolderFilter): Promise<FolderFilter | undefined> {
  const statuses = await pickStatuses(l10n.t("Filter by Status"), FOLDER_STATUSES, current);
  return statuses && { statuses };
}

async function askAnalyses(
  { analyses: current }: FolderFilter,
  folders: Folders,
): Promise<FolderFilter | undefined> {
  const kinds = [...TYPES.map(analysisKind), ...loadedKinds(folders), ...(current ?? [])];
  const analyses = await pickSome(l10n.t("Filter by Analysis Type"), [...new Set(kinds)], current, (kind) =>
    plainText(kindLabel(kind), MAX_TYPE_LENGTH),
  );
  return analyses && { analyses };
}

/** What the loaded analyses check. */
function loadedKinds({ store }: Folders): string[] {
  return store.current.all
    .flatMap(({ resolution }) => resolution.groups)
    .flatMap(({ analyses }) => analyses.map(({ type }) => analysisKind(type)));
}

async function askCreated({ created: current }: FolderFilter): Promise<FolderFilter | undefined> {
  const created = await askPeriod(l10n.t("Filter by Creation Time"), current);
  return created && { created: created === "any" ? undefined : created };
}

async function askMetaDataPart({ metaData: current }: FolderFilter): Promise<FolderFilter | undefined> {
  const metaData = await askMetaData(l10n.t("Filter by Metadata"), current ?? []);
  return metaData && { metaData };
}

async function askTextPart({ text: current }: FolderFilter): Promise<FolderFilter | undefined> {
  const text = await askText({
    title: l10n.t("Filter by Text"),
    prompt: l10n.t("Searches IDs, metadata and comments, ignoring case"),
    value: current,
    accept: (typed) => typed.trim(),
  });
  return text === undefined ? undefined : { text };
}

function pickStatuses(
  title: string,
  all: readonly Status[],
  current: readonly Status[] | undefined,
): Promise<readonly Status[] | undefined> {
  const iconOf = (status: Status): ThemeIcon => pickIcon(present(status));
  return pickSome(title, all, current, (status) => present(status).label, iconOf);
}
