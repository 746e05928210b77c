import { KNOWN_STATUSES, readStatus } from "../../status/status";
import type { IdCodec } from "../data/idCodec";
import type { SandboxFolder } from "../data/sandboxFolder";
import type { Snapshot } from "../data/snapshot";
import { folderJson } from "../reply/folderJson";
import type { Written } from "../scenarios/scenario";
import { invalidValue } from "../server/apiError";
import type { Json } from "../server/json";
import { type Params, single } from "./params";

/** The columns that are not JSON. */
const FIELDS = [
  "time_created",
  "time_updated",
  "folder_id",
  "resolution_status",
  "system_resolution",
  "user_id",
  "company_id",
  "resolution_comment",
  "resolution_endpoint",
  "operator_status",
  "operator_comment",
  "is_archive",
  "is_cleared",
] as const;
type Field = (typeof FIELDS)[number];

/** Missing values come last, or first if the order is descending, as in the database. */
type SortKey = number | string | undefined;

export interface Sorter {
  readonly field: Field;
  readonly descending: boolean;
}

/** Newest first: a guess (oz-api.md 4.3). */
const DEFAULT = "time_created{desc}";

/**
 * Reads `sorting` (oz-api.md 4.3): comma-separated descriptors, descending unless stated. `folder_id{desc}` is always
 * added, so that the order is total.
 * @throws ApiError 4 for an invalid descriptor, an unknown field or direction
 */
export function readSorting(params: Params): Sorter[] {
  const descriptors = decodeAgain(single(params, "sorting") ?? DEFAULT)
    .toLowerCase()
    .split(",")
    .filter((descriptor) => descriptor !== "");
  const sorters = new Map<Field, Sorter>();
  for (const descriptor of [...descriptors, "folder_id{desc}"]) {
    const sorter = readDescriptor(descriptor);
    if (!sorters.has(sorter.field)) sorters.set(sorter.field, sorter);
  }
  return [...sorters.values()];
}

function readDescriptor(descriptor: string): Sorter {
  const parts = /^(\w+)(?:\{(\w+)\})?$/.exec(descriptor);
  const details = { key_path: "sorting", descriptor };
  if (!parts) throw invalidValue(`Invalid sorting descriptor format ${descriptor}`, details);
  const [, name, direction = "desc"] = parts;
  const field = FIELDS.find((known) => known === name);
  if (!field) {
    const message = `Invalid sorting_field value for descriptor ${descriptor}. Not found in model`;
    throw invalidValue(message, { ...details, field: name });
  }
  if (direction !== "asc" && direction !== "desc") {
    const message = `Invalid sorting_direction value for descriptor ${descriptor}. Should be one [asc or desc]`;
    throw invalidValue(message, details);
  }
  return { field, descending: direction === "desc" };
}

/** The framework decodes the value twice. */
function decodeAgain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Generates each folder. @returns the positions in the order of the sorters */
export function sortPositions(
  snapshot: Snapshot,
  positions: readonly number[],
  sorting: readonly Sorter[],
  ids: IdCodec,
): number[] {
  const columns = sorting.map(({ field, descending }) => {
    const sign = descending ? -1 : 1;
    return { sign, keys: positions.map((position) => sortKey(snapshot.folder(position), field, ids)) };
  });
  const compare = (one: number, other: number): number => {
    for (const { sign, keys } of columns) {
      const order = compareKeys(keys[one], keys[other]);
      if (order !== 0) return sign * order;
    }
    return 0;
  };
  const order = Uint32Array.from(positions, (_, i) => i).sort(compare);
  return Array.from(order, (i) => positions[i] ?? 0);
}

function compareKeys(one: SortKey, other: SortKey): number {
  if (one === other) return 0;
  if (one === undefined || other === undefined) return one === undefined ? 1 : -1;
  return one < other ? -1 : 1;
}

function sortKey(folder: SandboxFolder, field: Field, ids: IdCodec): SortKey {
  switch (field) {
    case "time_created":
      return folder.created;
    case "time_updated":
      return folder.updated;
    case "folder_id":
      return ids.rank(folder);
    case "resolution_status":
      return statusRank(folder.played.status);
    case "system_resolution":
      return statusRank(folder.played.result);
    default:
      return columnKey(folderJson(folder, false, ids)[field]);
  }
}

function columnKey(value: Json | undefined): SortKey {
  if (typeof value === "boolean") return Number(value);
  return typeof value === "string" ? value : undefined;
}

/** In the order of the status document. */
function statusRank(written: Written): SortKey {
  const status = readStatus(typeof written === "string" ? written : undefined);
  if (status === undefined) return undefined;
  return status === "UNKNOWN" ? KNOWN_STATUSES.length : KNOWN_STATUSES.indexOf(status);
}
