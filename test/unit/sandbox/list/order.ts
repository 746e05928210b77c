import { KNOWN_STATUSES, readStatus } from "../../../../src/status/status";
import type { FolderBody } from "../testSandbox";

/** The fields to sort by. */
export const FIELDS = [
  "time_created",
  "time_updated",
  "folder_id",
  "resolution_status",
  "system_resolution",
] as const;

type Field = (typeof FIELDS)[number];

/** A descriptor of `sorting`; descending if no direction is given. */
export interface Descriptor {
  readonly field: Field;
  readonly form: string;
}

/** Compares two folders by all descriptors, then by ID descending. */
export function compare(descriptors: readonly Descriptor[], one: FolderBody, other: FolderBody): number {
  for (const { field, form } of [...descriptors, { field: "folder_id" as const, form: "" }]) {
    const difference = compareBy(field, one, other);
    if (difference !== 0) return form.toLowerCase() === "{asc}" ? difference : -difference;
  }
  return 0;
}

/** The order of the document; then unknown statuses, then missing ones. */
function rank(word: string | null | undefined): number {
  const status = readStatus(word);
  if (status === undefined) return 99;
  return status === "UNKNOWN" ? 50 : KNOWN_STATUSES.indexOf(status);
}

function compareBy(field: Field, one: FolderBody, other: FolderBody): number {
  switch (field) {
    case "folder_id":
      return one.folder_id < other.folder_id ? -1 : one.folder_id > other.folder_id ? 1 : 0;
    case "time_created":
    case "time_updated":
      return one[field] - other[field];
    default:
      return rank(one[field]) - rank(other[field]);
  }
}
