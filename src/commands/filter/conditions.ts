import { plainText } from "../../base/plainText";
import { isEmpty, type FolderFilter } from "../../folders/filter/folderFilter";
import type { Folders } from "../../folders/folders";
import { allowedStatuses } from "../../status/allowedStatuses";
import { analysisTypeLabel } from "../../status/analysisType";
import { STATUSES, type Status } from "../../status/status";
import { filterInWords } from "../../views/text/filterInWords";
import { askText } from "../prompts/askText";
import { askPeriod } from "./askPeriod";
import { askSome, askStatuses } from "./askSome";
import { metaDataText, parseMetaData } from "./metaDataText";

/** Results are offered in the order in which a developer looks for them. */
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
/** A server may write anything for a type. */
const LONGEST_TYPE = 60;
const TYPES = ["QUALITY", "BIOMETRY", "DOCUMENTS", "COLLECTION"];

/** One of the things that a filter can ask for. */
export interface Condition {
  readonly label: string;
  /** The part of a filter that this is about. */
  readonly part: keyof FolderFilter;
  /** @returns the part as the user wants it; undefined when the user changed nothing */
  readonly ask: (filter: FolderFilter, folders: Folders) => Promise<FolderFilter | undefined>;
}

export const CONDITIONS: readonly Condition[] = [
  { label: "Result", part: "results", ask: askResults },
  { label: "Status", part: "statuses", ask: askStates },
  { label: "Analysis Type", part: "analyses", ask: askAnalyses },
  { label: "Created", part: "created", ask: askCreated },
  { label: "Metadata", part: "metaData", ask: askMetaData },
  { label: "Text", part: "text", ask: askForText },
];

/** @returns what a filter asks for in one of its parts; "any" where it asks for nothing */
export function partInWords(filter: FolderFilter, part: keyof FolderFilter): string {
  const only = { [part]: filter[part] };
  return isEmpty(only) ? "any" : filterInWords(only);
}

/** The types of the analyses that were loaded, as rows call them. */
function typesOf({ store }: Folders): string[] {
  return store.current.all
    .flatMap(({ resolution }) => resolution.groups)
    .flatMap(({ analyses }) => analyses.map(({ type }) => analysisTypeLabel(type)));
}

async function askResults({ results: ticked }: FolderFilter): Promise<FolderFilter | undefined> {
  const results = await askStatuses("Filter by Result", RESULTS, ticked);
  return results && { results };
}

async function askStates({ statuses: ticked }: FolderFilter): Promise<FolderFilter | undefined> {
  const statuses = await askStatuses("Filter by Status", FOLDER_STATUSES, ticked);
  return statuses && { statuses };
}

async function askAnalyses(
  { analyses: ticked }: FolderFilter,
  folders: Folders,
): Promise<FolderFilter | undefined> {
  const labels = [...TYPES.map(analysisTypeLabel), ...typesOf(folders), ...(ticked ?? [])];
  const analyses = await askSome("Filter by Analysis Type", [...new Set(labels)], ticked, (type) =>
    plainText(type, LONGEST_TYPE),
  );
  return analyses && { analyses };
}

async function askCreated({ created: present }: FolderFilter): Promise<FolderFilter | undefined> {
  const created = await askPeriod("Filter by Time of Creation", present);
  return created && { created: created === "any" ? undefined : created };
}

async function askMetaData({ metaData: present }: FolderFilter): Promise<FolderFilter | undefined> {
  const metaData = await askText({
    title: "Filter by Metadata",
    prompt: "Exact value; combine conditions with &&",
    placeholder: "order_id == 42",
    value: metaDataText(present ?? []),
    accept: parseMetaData,
  });
  return metaData && { metaData };
}

async function askForText({ text: present }: FolderFilter): Promise<FolderFilter | undefined> {
  const text = await askText({
    title: "Filter by Text",
    prompt: "Searches IDs, metadata and comments, ignoring case",
    value: present,
    accept: (typed) => typed.trim(),
  });
  return text === undefined ? undefined : { text };
}
