import { invalidValue } from "../server/apiError";
import { type Params, isOn, single } from "./params";

export interface Paging {
  readonly offset: number;
  /** -1 for no limit. */
  readonly limit: number;
  readonly totalOmit: boolean;
}

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 5000;

/**
 * Reads `offset`, `limit` and `total_omit` (oz-api.md 4.1, 4.2). Anything but a whole number counts as missing.
 * @throws ApiError 4 for a negative offset, a limit below -1 or above 5000
 */
export function readPaging(params: Params): Paging {
  const offset = wholeNumber(single(params, "offset")) ?? 0;
  if (offset < 0) throw invalidValue("Invalid offset value for pagination", "offset");
  const limit = wholeNumber(single(params, "limit")) ?? DEFAULT_LIMIT;
  if (limit < -1) throw invalidValue("Invalid limit value for pagination", "limit");
  if (limit > MAX_LIMIT) {
    throw invalidValue("Invalid limit value for pagination - exceed max available", "limit");
  }
  return { offset, limit, totalOmit: isOn(params, "total_omit") };
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*[+-]?\d+\s*$/.test(text) ? Number(text) : undefined;
}
