import { KNOWN_STATUSES, readStatus } from "../../../../src/status/status";
import type { FolderBody } from "../testSandbox";

/** The fields to sort by. */
export const FIELDS = [
  "time_created",
  "time_updated",
  "folder_id",
  "resolution_status",
  "system_resolution",
  "user_id",
  "company_id",
  "operator_status",
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

/** A missing text comes last, as null does in the database. */
function compareTexts(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
}

function compareBy(field: Field, one: FolderBody, other: FolderBody): number {
  switch (field) {
    case "folder_id":
    case "user_id":
    case "company_id":
    case "operator_status":
      return compareTexts(one[field], other[field]);
    case "time_created":
    case "time_updated":
      return one[field] - other[field];
    default:
      return rank(one[field]) - rank(other[field]);
  }
}
