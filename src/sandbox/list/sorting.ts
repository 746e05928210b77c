import { invalidValue } from "../server/errors";
import { type Params, single } from "./params";

const FIELDS = [
  "time_created",
  "time_updated",
  "folder_id",
  "resolution_status",
  "system_resolution",
] as const;
export type Field = (typeof FIELDS)[number];

export interface Sorter {
  readonly field: Field;
  readonly descending: boolean;
}

/** Newest first, a guess of oz-api.md 4.3. */
const DEFAULT = "time_created{desc}";

/**
 * Reads `sorting` (oz-api.md 4.3): descriptors by comma, a bare field means descending, and `folder_id{desc}` is always
 * the last one, so that the order is total.
 * @throws ApiError 4 for a bad form, an unknown field, another direction
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

/** The framework decodes the value once more than it has to. */
function decodeAgain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
